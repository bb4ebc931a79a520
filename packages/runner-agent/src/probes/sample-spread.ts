import type { SampleSpread } from '@kneepoint/core';
import { isInside, type ProbeSpan, type SamplePoint } from './sample-points.ts';

/**
 * Median, least and greatest of the samples inside a span; of an even number the median is the mean of the middle two.
 * Without samples it is unknown: `reason` says why there are none, if that is known.
 */
export function spreadOf<Unit extends string>(
  points: readonly SamplePoint[],
  span: ProbeSpan,
  unit: Unit,
  reason: string | null = null,
): SampleSpread & { readonly unit: Unit } {
  const inside = points.filter((point) => isInside(point, span));
  const values = inside.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const [min] = values;
  const max = values.at(-1);
  if (min === undefined || max === undefined) {
    const why = inside.length === 0 ? 'no sample lies in this span' : 'it is not told here';
    return { kind: 'unknown', unit, median: null, min: null, max: null, samples: 0, reason: reason ?? why };
  }
  return { kind: 'measured', unit, median: medianOf(values), min, max, samples: values.length, reason: null };
}

/** Of sorted values, at least one. */
function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper;
  return (lower + upper) / 2;
}
