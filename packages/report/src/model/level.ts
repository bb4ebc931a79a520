import type { Figure, LatencyName, PercentileName, Result, Stage } from '@kneepoint/core';
import type { TypicalTime } from '../catalogue/statement-parts.ts';
import { levelKey, loadNumber, placeOf } from './load-level.ts';

type Verdict = Stage['trust']['verdict'];

/** The repeats of one target at one level, merged. */
export type TargetLevel = {
  readonly target: string;
  readonly stages: readonly Stage[];
  /** The repeats that figures are made of: those that are not invalid, or all of them when every one is. */
  readonly used: readonly Stage[];
  /** The worst verdict of the repeats in use. */
  readonly verdict: Verdict;
};

/** One load level of a suite with its targets, in the order of the result. */
export type Level = Pick<Stage, 'suite' | 'load' | 'language'> & {
  readonly key: string;
  /** Its place in the plan; `null` where its stages have none. */
  readonly place: string | null;
  readonly targets: readonly TargetLevel[];
};

/** A figure over repeats: its mean, and the smallest and the largest repeat. */
export type RepeatedFigure = { readonly mean: number; readonly low: number; readonly high: number };

/** The levels of the stages that `isWanted` picks, lightest load first, languages in the order in which they were run. */
export function levelsOf(result: Result, isWanted: (stage: Stage) => boolean): Level[] {
  const byKey = new Map<string, Stage[]>();
  for (const stage of result.stages.filter(isWanted)) {
    byKey.set(levelKey(stage), [...(byKey.get(levelKey(stage)) ?? []), stage]);
  }
  return [...byKey]
    .flatMap(([key, stages]) => {
      const first = stages[0];
      if (first === undefined) return [];
      const { suite, load, language } = first;
      return [{ key, place: placeOf(first), suite, load, language, targets: mergeTargets(result, stages) }];
    })
    .sort((one, other) => loadNumber(one.load) - loadNumber(other.load));
}

function mergeTargets(result: Result, stages: readonly Stage[]): TargetLevel[] {
  return result.targets.flatMap(({ name }) => {
    const own = stages.filter((stage) => stage.target === name);
    if (own.length === 0) return [];
    const usable = own.filter((stage) => stage.trust.verdict !== 'invalid');
    const used = usable.length > 0 ? usable : own;
    return [{ target: name, stages: own, used, verdict: worstVerdict(used) }];
  });
}

function worstVerdict(stages: readonly Stage[]): Verdict {
  const found = new Set(stages.map((stage) => stage.trust.verdict));
  return found.has('invalid') ? 'invalid' : found.has('suspect') ? 'suspect' : 'valid';
}

/** The mean over the repeats in use; `null` when none of them knows the figure. */
export function repeatedFigure(level: TargetLevel, pick: (stage: Stage) => Figure): RepeatedFigure | null {
  const values = level.used.flatMap((stage) => pick(stage).value ?? []);
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, low: Math.min(...values), high: Math.max(...values) };
}

/** A percentile in microseconds, or why there is none. */
export type PercentileValue =
  | { readonly kind: 'known'; readonly micros: number }
  | { readonly kind: 'too-few' }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * The percentile of the middle repeat (of an even number the higher of the two): a mean of percentiles is no percentile
 * of anything. Known only when every repeat in use knows it.
 */
export function repeatedPercentile(
  level: TargetLevel,
  latency: LatencyName,
  name: PercentileName,
): PercentileValue {
  const values = level.used
    .flatMap((stage) => stage.metrics[latency][name] ?? [])
    .sort((one, other) => one - other);
  const middle = values[Math.floor(values.length / 2)];
  if (middle !== undefined && values.length === level.used.length) return { kind: 'known', micros: middle };
  const without = level.used.find((stage) => stage.metrics[latency][name] === null);
  return whyUnknown(without, latency, name);
}

/** The mean of a latency over all requests of the repeats in use, microseconds; `null` when a repeat has none. */
export function repeatedMean(level: TargetLevel, latency: LatencyName): number | null {
  const distributions = level.used.map((stage) => stage.metrics[latency]);
  const [only] = distributions;
  // An imported mean may come without its number of requests.
  if (distributions.length === 1 && only?.count === null) return only.mean;
  const count = distributions.reduce((sum, distribution) => sum + (distribution.count ?? 0), 0);
  if (count === 0 || distributions.some((distribution) => distribution.mean === null)) return null;
  return distributions.reduce((sum, { mean, count: own }) => sum + (mean ?? 0) * (own ?? 0), 0) / count;
}

/** The median, or the mean where there are too few requests for one; `null` when there is neither. */
export function typicalTime(level: TargetLevel, latency: LatencyName): TypicalTime | null {
  const median = repeatedPercentile(level, latency, 'p50');
  if (median.kind === 'known') return { micros: median.micros, statistic: 'p50' };
  const micros = repeatedMean(level, latency);
  return micros === null ? null : { micros, statistic: 'mean' };
}

/** The percentile of one stage, or why there is none. */
export function stagePercentile(stage: Stage, latency: LatencyName, name: PercentileName): PercentileValue {
  const micros = stage.metrics[latency][name];
  return micros === null ? whyUnknown(stage, latency, name) : { kind: 'known', micros };
}

function whyUnknown(stage: Stage | undefined, latency: LatencyName, name: PercentileName): PercentileValue {
  const found = stage?.metrics[latency];
  if (found !== undefined && (found.count ?? 0) > 0) return { kind: 'too-few' };
  return { kind: 'unknown', reason: found?.reasons[name] ?? found?.reasons['all'] ?? '' };
}

/** The time to first token that is the headline of a load: from the schedule in an open loop, from the send in a closed one. */
export function headlineLatencies(load: Stage['load']): {
  readonly ttft: LatencyName;
  readonly e2e: LatencyName;
} {
  return load.loop === 'open' ? { ttft: 'ttftResponse', e2e: 'e2eResponse' } : { ttft: 'ttft', e2e: 'e2e' };
}

export type GapName = 'tokenGap' | 'chunkGap';

/** The token gap, or the chunk gap where the tokens of an event are not known. */
export function gapOf(stages: readonly Stage[]): GapName {
  const isKnown = stages.length > 0 && stages.every((stage) => (stage.metrics.tokenGap.count ?? 0) > 0);
  return isKnown ? 'tokenGap' : 'chunkGap';
}

/** Marks a chunk gap in a column of token gaps. */
export const chunkGapMark = '¹';

/** What a column of gaps shows: one kind for all rows, or token gaps among which chunk gaps are marked. */
export function gapColumn(rows: readonly (readonly Stage[])[]): GapName | 'mixed' {
  const names = new Set(rows.map(gapOf));
  return names.size > 1 ? 'mixed' : ([...names][0] ?? 'tokenGap');
}
