import type { LoadSample } from './load-sample.ts';

/** A stretch of a stage: what happened in it. */
export type LoadBlock = {
  /** The block's middle, in seconds. */
  readonly atSeconds: number;
  readonly seconds: number;
  readonly completed: number;
  readonly tokensPerSecond: number;
  /** Requests that got their first token. */
  readonly firstTokens: number;
  /** Mean time to first token of those, microseconds; `null` where there was none. */
  readonly firstTokenMicros: number | null;
  /** Mean requests in flight. */
  readonly inFlight: number;
};

/** A number in a sample. */
type Field = keyof LoadSample;

/** In-flight requests are no total, so their mean over a block takes readings across it. */
const readingsPerBlock = 8;

/** Cuts a stretch of the samples, ascending by time, into consecutive blocks of equal length. */
export function loadBlocks(
  samples: readonly LoadSample[],
  fromMicros: number,
  toMicros: number,
  count: number,
): LoadBlock[] {
  const length = (toMicros - fromMicros) / count;
  return Array.from({ length: count }, (_, index) =>
    blockOf(samples, fromMicros + index * length, fromMicros + (index + 1) * length),
  );
}

function blockOf(samples: readonly LoadSample[], from: number, to: number): LoadBlock {
  const seconds = (to - from) / 1e6;
  const gain = (field: Field): number => readingAt(samples, to, field) - readingAt(samples, from, field);
  const firstTokens = gain('firstTokens');
  const readings = Array.from({ length: readingsPerBlock }, (_, index) =>
    readingAt(samples, from + ((to - from) * (index + 0.5)) / readingsPerBlock, 'inFlight'),
  );
  return {
    atSeconds: (from + to) / 2e6,
    seconds,
    completed: gain('completed'),
    tokensPerSecond: gain('tokens') / seconds,
    firstTokens,
    // Between two samples a total is on the line from one to the other, so a part of a request can be in a block.
    firstTokenMicros: firstTokens >= 1 ? gain('firstTokenSumMicros') / firstTokens : null,
    inFlight: readings.reduce((sum, reading) => sum + reading, 0) / readingsPerBlock,
  };
}

/** A number at an instant, on the line between the samples around it; before the first and after the last it stands still. */
export function readingAt(samples: readonly LoadSample[], atMicros: number, field: Field): number {
  const next = firstAfter(samples, atMicros);
  const before = samples[next - 1];
  const after = samples[next];
  if (before === undefined) return after?.[field] ?? 0;
  if (after === undefined) return before[field];
  const share = (atMicros - before.atMicros) / (after.atMicros - before.atMicros);
  return before[field] + share * (after[field] - before[field]);
}

/** The index of the first sample after an instant, by halving. */
function firstAfter(samples: readonly LoadSample[], atMicros: number): number {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((samples[middle]?.atMicros ?? Number.POSITIVE_INFINITY) > atMicros) high = middle;
    else low = middle + 1;
  }
  return low;
}
