import type { ScoreCategory, ScorePartName } from '../../result/analysis/judgement-schema.ts';

/** One part of a category: a formula over the result (in `parts/`), and what it takes for 5, 4, 3 and 2 stars. */
export type ScoreRule = {
  readonly name: ScorePartName;
  readonly category: ScoreCategory;
  readonly unit: 'share' | 'count' | 'ratio';
  /** Whether a value must be at least a limit, or at most. */
  readonly bound: 'at-least' | 'at-most';
  readonly limits: readonly [five: number, four: number, three: number, two: number];
};

/**
 * Every rule of the scorecard. A category has the fewest stars of its parts, so that no strength hides a weakness. No rule
 * knows a tokens-per-second that is good or bad: speeds are shares of the best target and of what the hardware allows;
 * what is counted or is a share by itself needs no measure.
 *
 *     single-user-of-best     requestSpeed of one user / that of the fastest target; 1 without a significant difference
 *     single-user-of-limit    decode tok/s of one user / the physical limit (MBU)
 *     concurrency-of-best     outputThroughput at the heaviest usable level / that of the best target; likewise
 *     concurrency-of-limit    decode tok/s of the most users / the physical limit
 *     memory-of-least         peak memory of the leanest target / own
 *     error-share             failed / (completed + failed) over all stages
 *     variation               largest coefficient of variation of a level's main rate over repeats
 *     stall                   worst p99 (few requests: largest) of maxStall / median chunkGap of the same stage
 *     deaths                  stages that failed
 *     start-up-of-fastest     initTime of the fastest target / own
 *     workarounds             arguments that switch off what the engine does by default
 *     failures-before-ready   times that the target did not start
 *     known-problems          known problems that concern the target or its host
 */
export const scoreRules: readonly ScoreRule[] = [
  share('single-user-of-best', 'single-user-speed', [0.95, 0.8, 0.6, 0.35]),
  share('single-user-of-limit', 'single-user-speed', [0.75, 0.55, 0.4, 0.2]),
  share('concurrency-of-best', 'concurrency', [0.95, 0.8, 0.6, 0.35]),
  // More users reach less of a limit that knows no scheduling, so the steps are lower than for one.
  share('concurrency-of-limit', 'concurrency', [0.6, 0.4, 0.25, 0.1]),
  share('memory-of-least', 'memory', [0.97, 0.85, 0.7, 0.5]),
  most('error-share', 'stability', 'share', [0, 0.001, 0.01, 0.05]),
  most('variation', 'stability', 'share', [0.02, 0.05, 0.1, 0.2]),
  most('stall', 'stability', 'ratio', [10, 30, 100, 300]),
  most('deaths', 'stability', 'count', [0, 0, 0, 0]),
  share('start-up-of-fastest', 'ease-of-set-up', [0.9, 0.6, 0.4, 0.2]),
  most('workarounds', 'ease-of-set-up', 'count', [0, 1, 2, 3]),
  most('failures-before-ready', 'ease-of-set-up', 'count', [0, 0, 1, 2]),
  most('known-problems', 'compatibility', 'count', [0, 1, 2, 3]),
];

/** The stars, 1 to 5, of a value by a rule. */
export function starsOf({ bound, limits }: ScoreRule, value: number): number {
  const reached = limits.findIndex((limit) => (bound === 'at-least' ? value >= limit : value <= limit));
  return reached === -1 ? 1 : 5 - reached;
}

function share(name: ScorePartName, category: ScoreCategory, limits: ScoreRule['limits']): ScoreRule {
  return { name, category, unit: 'share', bound: 'at-least', limits };
}

function most(
  name: ScorePartName,
  category: ScoreCategory,
  unit: ScoreRule['unit'],
  limits: ScoreRule['limits'],
): ScoreRule {
  return { name, category, unit, bound: 'at-most', limits };
}
