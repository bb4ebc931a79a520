import type { Random } from '../../random/create-random.ts';
import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { type ComparableGroup, comparableGroups } from './comparable-groups.ts';
import { compareDistributions } from './compare-distributions.ts';
import { type ComparedSides, compareSides } from './compare-sides.ts';
import { type ComparedMetric, comparedMetrics } from './compared-metrics.ts';
import { comparisonReasonText } from './comparison-reason-text.ts';

/** Which targets are compared, and the randomness of the bootstrap. */
export type ComparedTargets = {
  /** The targets' names; the ratio is candidate / baseline. */
  readonly baseline: string;
  readonly candidate: string;
  /** Draws the bootstrap; a comparison's draws depend on its metric, suite, load and language alone. */
  readonly random: Random;
  /** What levels are compared by; `comparedMetrics` unless told otherwise. */
  readonly metricsOf?: (group: ComparableGroup) => readonly ComparedMetric[];
};

/**
 * Compares two targets at every level that either of them measured. The ratio carries a 95 % interval; a target wins only
 * where the interval excludes 1, in its direction, and no stage involved failed or is invalid. Nothing is corrected for
 * their number yet (`correctVerdicts`).
 */
export function compareTargets(stages: readonly Stage[], targets: ComparedTargets): Comparison[] {
  const involved = stages.filter(({ target }) => target === targets.baseline || target === targets.candidate);
  return comparableGroups(involved).flatMap((group) =>
    (targets.metricsOf ?? comparedMetrics)(group).map((metric) => compareMetric(group, metric, targets)),
  );
}

function compareMetric(group: ComparableGroup, metric: ComparedMetric, targets: ComparedTargets): Comparison {
  const stages = {
    baseline: group.stages.filter((stage) => stage.target === targets.baseline),
    candidate: group.stages.filter((stage) => stage.target === targets.candidate),
  };
  const label = [metric.name, group.suite, group.load, group.language].join('/');
  const { samples: _, problem, ...sides } = compareSides(metric, stages, targets.random.fork(label));
  const names = { metric: metric.name, baseline: targets.baseline, candidate: targets.candidate };
  return {
    ...names,
    suite: group.suite,
    level: group.place,
    load: group.load,
    language: group.language,
    unit: metric.unit,
    better: metric.better,
    ...sides,
    adjusted: null,
    distribution: metric.distribution === null ? null : compareDistributions(metric.distribution, stages),
    ...verdictOf({ problem, interval: sides.interval }, metric, names),
  };
}

type Names = Pick<Comparison, 'metric' | 'baseline' | 'candidate'>;
type Verdict = Pick<Comparison, 'winner' | 'verdict' | 'reason' | 'reasonCode'>;

function verdictOf(
  { problem, interval }: Pick<ComparedSides, 'problem' | 'interval'>,
  metric: ComparedMetric,
  names: Names,
): Verdict {
  if (problem !== null || interval === null)
    return {
      winner: null,
      verdict: 'inconclusive',
      reason: problem === null ? null : comparisonReasonText(problem, names),
      reasonCode: problem?.code ?? null,
    };
  if (interval.low <= 1 && interval.high >= 1) return noDifference('interval-includes-one', names);
  const verdict = interval.low > 1 === (metric.better === 'higher') ? 'candidate' : 'baseline';
  return { winner: names[verdict], verdict, reason: null, reasonCode: null };
}

/** Nobody wins, with the reason. */
export function noDifference(code: 'interval-includes-one' | 'not-after-correction', names: Names): Verdict {
  return {
    winner: null,
    verdict: 'no-significant-difference',
    reason: comparisonReasonText({ code, side: null, repeat: null }, names),
    reasonCode: code,
  };
}
