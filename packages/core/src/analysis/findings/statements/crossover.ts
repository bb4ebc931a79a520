import { type FindingRule, statement } from '../finding-rule.ts';

/** Where one target overtakes another; only where the lines meet and it is decided who is ahead on either side. */
export const crossover: FindingRule = ({ result }) =>
  result.analysis.crossovers.flatMap(({ kind, users, interval, below, above }) => {
    if (kind !== 'crosses' || users === null || below === null || above === null) return [];
    return [
      statement('crossover', {
        names: { below, above },
        numbers: {
          users: [users, 'users'],
          ...(interval === null
            ? {}
            : { low: [interval.low, 'users'] as const, high: [interval.high, 'users'] as const }),
        },
      }),
    ];
  });
