import { createRandom } from '../../random/create-random.ts';
import type { Comparison, ComparisonReason } from '../../result/analysis/comparison-schema.ts';
import type { Result } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { loadText } from '../comparisons/comparable-groups.ts';
import { compareTargets } from '../comparisons/compare-targets.ts';
import { everyMetric, everyMetricNames } from '../comparisons/compared-metrics.ts';
import { adjustedProbabilities, correctVerdicts, isConfirmed } from '../comparisons/correct-verdicts.ts';
import { compareResults, gateDefaults } from './compare-results.ts';
import type { DifferenceCell, GateReason, LoneLevel, ResultDifference } from './result-difference.ts';

/** One target of one result. */
export type MeasuredTarget = { readonly result: Result; readonly target: string };

/** What may be said of two sides: which is better, that no difference was measured, or why nothing can be said. */
export type Standing =
  | { readonly kind: 'better'; readonly side: 'baseline' | 'candidate' }
  | {
      readonly kind: 'no-difference';
      readonly code: Extract<ComparisonReason, 'interval-includes-one' | 'not-after-correction'>;
    }
  | { readonly kind: 'undecided'; readonly reasons: readonly (GateReason | ComparisonReason)[] };

/** One metric of two targets at one level; the ratio is candidate / baseline. */
export type MeasuredCell = Pick<
  DifferenceCell,
  | 'metric'
  | 'unit'
  | 'better'
  | 'baselineValue'
  | 'candidateValue'
  | 'ratio'
  | 'interval'
  | 'detectableRatio'
  | 'suite'
  | 'level'
  | 'load'
  | 'language'
> & { readonly standing: Standing };

/** Two targets held against each other. */
export type MeasuredComparison = {
  readonly candidate: MeasuredTarget;
  readonly cells: readonly MeasuredCell[];
  readonly loneLevels: readonly LoneLevel[];
};

/**
 * Each candidate against the baseline at every level. Targets of one result follow the rules of its report: the same
 * draws, the same verdicts. Targets of two results follow those of `diff`, where other work and few repeats forbid a
 * verdict. Winners stand after Holm's correction over all candidates.
 */
export function compareMeasured(
  baseline: MeasuredTarget,
  candidates: readonly MeasuredTarget[],
): readonly MeasuredComparison[] {
  const isWithin = ({ result }: MeasuredTarget): boolean => result === baseline.result;
  const within = correctVerdicts(
    candidates.filter(isWithin).flatMap(({ target }) => compareWithin(baseline, target)),
  );
  const across = new Map(
    candidates.filter((candidate) => !isWithin(candidate)).map((one) => [one, compareAcross(baseline, one)]),
  );
  const standings = standingsOf([...across.values()].flatMap(({ cells }) => cells));
  return candidates.map((candidate) => {
    const difference = across.get(candidate);
    if (difference === undefined)
      return {
        candidate,
        loneLevels: [],
        cells: within.flatMap((one) => withinCell(one, baseline, candidate)),
      };
    return {
      candidate,
      loneLevels: difference.loneLevels,
      cells: difference.cells.map((cell) => ({ ...cell, standing: standings.get(cell) ?? undecided(cell) })),
    };
  });
}

/** A result as if this target alone had been measured. */
export function resultOfTarget({ result, target }: MeasuredTarget): Result {
  return {
    ...result,
    targets: result.targets.filter(({ name }) => name === target),
    stages: result.stages.filter((stage) => stage.target === target),
  };
}

function compareWithin({ result, target }: MeasuredTarget, candidate: string): Comparison[] {
  const { stages, seed, id } = result;
  const random = createRandom(seed ?? id).fork('comparisons');
  return compareTargets(stages, { baseline: target, candidate, random, metricsOf: everyMetric });
}

function compareAcross(baseline: MeasuredTarget, candidate: MeasuredTarget): ResultDifference {
  return compareResults(resultOfTarget(baseline), resultOfTarget(candidate), {
    ...gateDefaults,
    metrics: everyMetricNames,
    metricsOf: everyMetric,
  });
}

function withinCell(
  comparison: Comparison,
  { result }: MeasuredTarget,
  candidate: MeasuredTarget,
): MeasuredCell[] {
  if (comparison.candidate !== candidate.target) return [];
  const stage = result.stages.find((own) => isAtLevel(own, comparison));
  if (stage === undefined) return [];
  return [{ ...comparison, suite: stage.suite, load: stage.load, standing: standingWithin(comparison) }];
}

const isAtLevel = (stage: Stage, { suite, load, language }: Comparison): boolean =>
  stage.suite === suite && stage.language === language && loadText(stage.load) === load;

function standingWithin({ verdict, reasonCode }: Comparison): Standing {
  switch (verdict) {
    case 'baseline':
    case 'candidate':
      return { kind: 'better', side: verdict };
    case 'no-significant-difference':
      return {
        kind: 'no-difference',
        code: reasonCode === 'not-after-correction' ? reasonCode : 'interval-includes-one',
      };
    case 'inconclusive':
      return { kind: 'undecided', reasons: reasonCode === null ? [] : [reasonCode] };
  }
}

/** How much a change is allowed to be is no question here, so an interval that reaches over it is one like any other. */
const forbidding = ({ reasons }: DifferenceCell): readonly GateReason[] =>
  reasons.filter((reason) => reason !== 'interval-over-limit');

const undecided = (cell: DifferenceCell): Standing => ({ kind: 'undecided', reasons: forbidding(cell) });

function standingsOf(cells: readonly DifferenceCell[]): ReadonlyMap<DifferenceCell, Standing> {
  const tested = cells.filter((cell) => forbidding(cell).length === 0 && cell.interval !== null);
  return new Map(
    [...adjustedProbabilities(tested)].map(([cell, { probability }]) => [
      cell,
      standingOf(cell, probability),
    ]),
  );
}

function standingOf({ interval, better }: DifferenceCell, adjusted: number): Standing {
  if (interval === null || (interval.low <= 1 && interval.high >= 1))
    return { kind: 'no-difference', code: 'interval-includes-one' };
  if (!isConfirmed(adjusted)) return { kind: 'no-difference', code: 'not-after-correction' };
  return { kind: 'better', side: interval.low > 1 === (better === 'higher') ? 'candidate' : 'baseline' };
}
