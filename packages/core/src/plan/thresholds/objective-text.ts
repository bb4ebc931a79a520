import { limitedLatencies, type RequestLimit } from '../request-limits.ts';
import { microsText } from './quantity-text.ts';

/** Limits in the order of `limitedLatencies`. */
export const inFixedLatencyOrder = (limits: readonly RequestLimit[]): readonly RequestLimit[] =>
  limits.toSorted(
    (left, right) => limitedLatencies.indexOf(left.latency) - limitedLatencies.indexOf(right.latency),
  );

/**
 * An objective in its one way to be written, `ttft<500ms, tokenGap<50ms`: latencies in a fixed order, each limit in the
 * largest unit that holds it whole. Objectives are the same exactly where their texts are.
 */
export const objectiveText = (limits: readonly RequestLimit[]): string =>
  inFixedLatencyOrder(limits)
    .map((limit) => `${limit.latency}<${microsText(limit.belowMicros)}`)
    .join(', ');
