import { middlePercentile } from '../../levels/level-values.ts';
import { heaviestUsable } from '../../levels/usable-levels.ts';
import { type FindingRule, inUnit, standsOn, statement } from '../finding-rule.ts';

/** How long a user waits at the heaviest usable rate, from the planned arrival; a finding for each target. */
export const rate: FindingRule = ({ levels }) => {
  const level = heaviestUsable(levels.rates);
  if (level === null || level.load.loop !== 'open' || level.load.requestsPerSecond === null) return [];
  const { requestsPerSecond } = level.load;
  return level.targets.flatMap((target) => {
    for (const percentile of ['p99', 'p50'] as const) {
      const value = middlePercentile(target, 'ttftResponse', percentile);
      if (value === null) continue;
      return [
        statement('rate', {
          ...standsOn([{ ...level, targets: [target] }]),
          targets: inUnit([{ target: target.target, value }], 'us'),
          names: { percentile },
          numbers: { rate: [requestsPerSecond, 'req/s'] },
        }),
      ];
    }
    return [];
  });
};
