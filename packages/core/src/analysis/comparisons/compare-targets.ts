import type { Random } from '../../random/create-random.ts';
import type { Comparison } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { meanOf } from '../../statistics/mean.ts';
import { ratioInterval, valuesForBootstrap } from '../../statistics/ratio-interval.ts';
import { type ComparableGroup, comparableGroups } from './comparable-groups.ts';
import { type ComparedMetric, comparedMetrics } from './compared-metrics.ts';

/** Which targets are compared, and the randomness of the bootstrap. */
export type ComparedTargets = {
  /** The targets' names; the ratio is candidate / baseline. */
  readonly baseline: string;
  readonly candidate: string;
  /** Draws the bootstrap; a comparison's draws depend on its metric, suite, load and language alone. */
  readonly random: Random;
};

/**
 * Compares two targets at every level that either of them measured, over their repeats. The ratio carries a 95 % interval;
 * a target wins only where the interval excludes 1, in its direction, and no stage involved failed or is invalid.
 */
export function compareTargets(stages: readonly Stage[], targets: ComparedTargets): Comparison[] {
  const involved = stages.filter(({ target }) => target === targets.baseline || target === targets.candidate);
  return comparableGroups(involved).flatMap((group) =>
    comparedMetrics[group.suite].map((metric) => compareMetric(group, metric, targets)),
  );
}

function compareMetric(group: ComparableGroup, metric: ComparedMetric, targets: ComparedTargets): Comparison {
  const baseline = sideOf(group, metric, targets.baseline);
  const candidate = sideOf(group, metric, targets.candidate);
  const samples = { baseline: baseline.values, candidate: candidate.values };
  const label = [metric.name, group.suite, group.load, group.language].join('/');
  const interval = ratioInterval(samples, targets.random.fork(label));
  const baselineValue = meanOf(baseline.values);
  const candidateValue = meanOf(candidate.values);
  const ratio =
    baselineValue === null || candidateValue === null || baselineValue <= 0
      ? null
      : candidateValue / baselineValue;
  const repeats = Math.min(baseline.values.length, candidate.values.length);
  const problem =
    baseline.problem ?? candidate.problem ?? problemOfRepeats(repeats, ratio, interval === null);
  return {
    metric: metric.name,
    suite: group.suite,
    load: group.load,
    language: group.language,
    baseline: targets.baseline,
    candidate: targets.candidate,
    baselineValue,
    candidateValue,
    ratio,
    interval:
      interval === null ? null : { low: interval.low, high: interval.high, method: methodText(repeats) },
    ...verdictOf(problem, interval, metric, targets),
  };
}

type Side = { readonly values: readonly number[]; readonly problem: string | null };

/** The values of a target, one per repeat, and what forbids a verdict on them. */
function sideOf(group: ComparableGroup, metric: ComparedMetric, target: string): Side {
  const stages = group.stages.filter((stage) => stage.target === target);
  const values = stages.map((stage) => metric.valueOf(stage)).filter((value) => value !== null);
  return { values, problem: problemOfStages(stages, values.length, metric, target) };
}

function problemOfStages(
  stages: readonly Stage[],
  known: number,
  metric: ComparedMetric,
  target: string,
): string | null {
  if (stages.length === 0) return `${target} was not measured at this level`;
  const failed = stages.find((stage) => stage.status === 'failed');
  if (failed !== undefined) return `repeat ${failed.repeat} of ${target} failed`;
  const invalid = stages.find((stage) => stage.trust.verdict === 'invalid');
  if (invalid !== undefined) return `repeat ${invalid.repeat} of ${target} is invalid`;
  return known === 0 ? `${metric.name} of ${target} is unknown` : null;
}

function problemOfRepeats(repeats: number, ratio: number | null, noInterval: boolean): string | null {
  if (repeats === 1) return 'one repeat says nothing about noise; at least 2 are needed, 3 are better';
  if (ratio === null) return 'a value is zero or unknown, so there is no ratio';
  return noInterval ? 'a repeat gave zero, or the repeats differ too much for an interval' : null;
}

function methodText(repeats: number): string {
  return repeats < valuesForBootstrap
    ? `Student's t of the log ratio over ${repeats} repeats`
    : `bootstrap over ${repeats} repeats, no narrower than Student's t`;
}

function verdictOf(
  problem: string | null,
  interval: { readonly low: number; readonly high: number } | null,
  metric: ComparedMetric,
  targets: ComparedTargets,
): Pick<Comparison, 'winner' | 'verdict' | 'reason'> {
  if (problem !== null || interval === null)
    return { winner: null, verdict: 'inconclusive', reason: problem };
  if (interval.low <= 1 && interval.high >= 1) {
    return { winner: null, verdict: 'no-significant-difference', reason: 'the interval includes 1' };
  }
  const candidateWins = interval.low > 1 === (metric.better === 'higher');
  const verdict = candidateWins ? 'candidate' : 'baseline';
  return { winner: targets[verdict], verdict, reason: null };
}
