import { type FindingRule, statement } from '../finding-rule.ts';

/** The highest load that keeps the objective, as a search found it, with its interval. */
export const capacityFound: FindingRule = ({ result }) => {
  const { capacity } = result.analysis;
  if (capacity === null || capacity.highestKept === null) return [];
  const unit = capacity.vary === 'users' ? 'users' : 'req/s';
  const { low, high } = capacity.interval;
  return [
    statement('capacity', {
      names: { slo: capacity.slo.join(', '), vary: capacity.vary, target: result.targets[0]?.name ?? '' },
      numbers: {
        level: [capacity.highestKept, unit],
        ...(low === null ? {} : { low: [low, unit] as const }),
        ...(high === null ? {} : { high: [high, unit] as const }),
        ...(capacity.confidence === null ? {} : { confidence: [capacity.confidence, 'share'] as const }),
      },
    }),
  ];
};
