import type { SampleGap } from '@kneepoint/core';
import type { ProbeSpan } from './sample-points.ts';

/** Neighbours this many periods apart have at least one sample missing between them, whatever the timer's jitter. */
export const gapPeriods = 2.5;

/**
 * Where a span has no samples: between neighbours too far apart, and at its edges. `instants` rise; microseconds.
 *
 *     span    [---------------------------]
 *     samples    x  x  x           x  x
 *     gaps               |---------|  |---|
 */
export function gapsOf(instants: readonly number[], span: ProbeSpan, periodMicros: number): SampleGap[] {
  const inside = instants.filter((at) => at >= span.start && at <= span.end);
  const edges = [span.start, ...inside, span.end];
  return edges.slice(1).flatMap((end, position) => {
    const start = edges[position] ?? span.start;
    return end - start > gapPeriods * periodMicros ? [{ start, end }] : [];
  });
}
