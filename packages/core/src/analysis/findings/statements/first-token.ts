import { middlePercentile, targetValues } from '../../levels/level-values.ts';
import { heaviestUsable, usersOf } from '../../levels/usable-levels.ts';
import { type FindingRule, inUnit, standsOn, statement } from '../finding-rule.ts';

/** The time to first token at the heaviest usable level: p99 where all targets have it, else the median. */
export const firstTokenUnderLoad: FindingRule = ({ levels }) => {
  const level = heaviestUsable(levels.concurrency);
  const users = level === null ? null : usersOf(level);
  if (level === null || users === null || users === 1) return [];
  for (const percentile of ['p99', 'p50'] as const) {
    const times = targetValues(level, (target) => middlePercentile(target, 'ttft', percentile));
    if (times.length < level.targets.length) continue;
    const names = { percentile };
    const numbers = { users: [users, 'users'] as const };
    return [statement('first-token', { ...standsOn([level]), targets: inUnit(times, 'us'), names, numbers })];
  }
  return [];
};
