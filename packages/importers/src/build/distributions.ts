import {
  type Distribution,
  describeDistribution,
  LatencyHistogram,
  type PercentileName,
  percentileNames,
  requiredSamples,
} from '@kneepoint/core';

const noPercentiles = { p50: null, p75: null, p90: null, p95: null, p99: null, p999: null };

/** A distribution of which nothing is known. */
export function unknownDistribution(reason: string): Distribution {
  return {
    kind: 'unknown',
    unit: 'us',
    count: null,
    mean: null,
    min: null,
    max: null,
    ...noPercentiles,
    certified: noPercentiles,
    reasons: { all: reason },
    histogram: null,
  };
}

/** The distribution of values that a source lists one by one, in microseconds: derived here, with its histogram. */
export function distributionOf(valuesMicros: readonly number[], emptyReason: string): Distribution {
  const histogram = new LatencyHistogram();
  for (const value of valuesMicros) histogram.record(value);
  const described = describeDistribution(histogram, emptyReason);
  return described.kind === 'unknown' ? described : { ...described, kind: 'derived' };
}

/** Figures of a distribution as a source states them, in microseconds. */
export type StatedFigures = {
  readonly kind: 'measured' | 'declared';
  /** Of how many values; `null` where the source does not say. */
  readonly count: number | null;
  readonly mean?: number | null;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly percentiles?: Partial<Readonly<Record<PercentileName, number | null>>>;
};

/**
 * A distribution as its source states it. A percentile is kept only where there are enough samples for one, as everywhere
 * in a result, so none is where their number is not known; `left` says what was left out, for the notes.
 */
export function statedDistribution(stated: StatedFigures): {
  readonly distribution: Distribution;
  readonly left: readonly string[];
} {
  const kept: Record<PercentileName, number | null> = { ...noPercentiles };
  const reasons: Record<string, string> = {};
  const left: string[] = [];
  for (const name of percentileNames) {
    const value = stated.percentiles?.[name] ?? null;
    const doubt = tooFew(stated.count, name);
    if (value !== null && doubt === null) kept[name] = Math.round(value);
    else reasons[name] = doubt ?? 'the source does not say it';
    if (value !== null && doubt !== null) left.push(`${name} ${shownMillis(value)}`);
  }
  reasons['certified'] = 'the source does not list its values';
  const distribution: Distribution = {
    kind: stated.kind,
    unit: 'us',
    count: stated.count,
    mean: stated.mean ?? null,
    min: roundedOrNull(stated.min),
    max: roundedOrNull(stated.max),
    ...kept,
    certified: noPercentiles,
    reasons,
    histogram: null,
  };
  return { distribution, left };
}

function tooFew(count: number | null, name: PercentileName): string | null {
  if (count === null) return 'the source does not say of how many samples';
  const needed = requiredSamples(quantileOf(name));
  return count >= needed ? null : `too few samples: ${count} of ${needed}`;
}

/** `p999` is 0.999. */
const quantileOf = (name: PercentileName): number => Number(`0.${name.slice(1)}`);

const roundedOrNull = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value);

/** A value of a note: milliseconds, as the tools print them. */
const shownMillis = (value: number): string => `${Number((value / 1000).toPrecision(6))} ms`;
