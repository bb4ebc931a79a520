import type { Micros } from '../units/units.ts';

/** When a request began and ended to be in flight; `end` is `null` where it had not ended when the stage did. */
export type FlightSpan = { readonly start: Micros; readonly end: Micros | null };

/** Requests in flight: a time-weighted mean, and the extremes that lasted any time. */
export type ConcurrencySummary = { readonly mean: number; readonly min: number; readonly max: number };

/**
 * Requests in flight over a window, each level weighted by how long it lasted; `null` for an empty window.
 *
 *     in flight    1   2   2   1        at the middle mark one request ends and the next one starts:
 *     span A     |-------|              a level that lasts no time at all is no level, so the minimum stays 2
 *     span B         |-----------|
 *     span C             |---|
 */
export function timeWeightedConcurrency(
  spans: Iterable<FlightSpan>,
  window: { readonly start: Micros; readonly end: Micros },
): ConcurrencySummary | null {
  const length = window.end - window.start;
  if (length <= 0) return null;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const span of spans) {
    const start = Math.max(span.start, window.start);
    const end = Math.min(span.end ?? window.end, window.end);
    if (end <= start) continue;
    starts.push(start);
    ends.push(end);
  }
  return sweep(Float64Array.from(starts).sort(), Float64Array.from(ends).sort(), window, length);
}

function sweep(
  starts: Float64Array,
  ends: Float64Array,
  window: { readonly start: number; readonly end: number },
  length: number,
): ConcurrencySummary {
  let [started, ended, inFlight, weighted] = [0, 0, 0, 0];
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  let now = window.start;
  while (now < window.end) {
    while ((starts[started] ?? Number.POSITIVE_INFINITY) <= now) started += 1;
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= now) ended += 1;
    inFlight = started - ended;
    const next = Math.min(starts[started] ?? window.end, ends[ended] ?? window.end, window.end);
    weighted += inFlight * (next - now);
    min = Math.min(min, inFlight);
    max = Math.max(max, inFlight);
    now = next;
  }
  return { mean: weighted / length, min, max };
}
