import { heaviestUsable, usersOf } from '../../levels/usable-levels.ts';
import { firstKnownCell, latencyMetric, levelCell, outputThroughput } from '../level-cell.ts';
import type { UseCaseRule } from '../use-case-rule.ts';

/** Many users at once: throughput at the heaviest usable level, and how long the unluckiest wait there. */
export const apiManyUsers: UseCaseRule = {
  useCase: 'api-many-users',
  cells: (facts) => {
    const level = heaviestUsable(facts.levels.concurrency) ?? heaviestUsable(facts.levels.rates);
    if (level === null || usersOf(level) === 1) return [];
    const latency = level.load.loop === 'open' ? 'ttftResponse' : 'ttft';
    const waits = [latencyMetric(latency, 'p99'), latencyMetric(latency, 'p50')];
    return [levelCell(facts, level, outputThroughput), ...firstKnownCell(facts, level, waits)];
  },
};
