import { notSteadySingleUsers } from '../../levels/not-steady.ts';
import { type FindingRule, statement } from '../finding-rule.ts';

/**
 * Where one target overtakes another; only where the lines meet, and not where the meeting rests on a single user that is
 * no steady state.
 */
export const crossover: FindingRule = ({ result, levels }) => {
  const lightestShared = Math.min(...notSteadySingleUsers(result, levels).map(({ users }) => users));
  return result.analysis.crossovers.flatMap(({ kind, users, interval, below, above }) => {
    if (kind !== 'crosses' || users === null || below === null || above === null) return [];
    if (users < lightestShared && Number.isFinite(lightestShared)) return [];
    return [
      statement('crossover', {
        names: { below, above, ...(interval === null ? {} : { method: interval.method }) },
        numbers: {
          users: [users, 'users'],
          ...(interval === null
            ? {}
            : { low: [interval.low, 'users'] as const, high: [interval.high, 'users'] as const }),
        },
      }),
    ];
  });
};
