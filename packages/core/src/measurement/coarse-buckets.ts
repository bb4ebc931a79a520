/**
 * Buckets of times for a screen: sixteen to each doubling, so a value is known to 6 %, in a few hundred counters that a
 * worker can share. The figures of a result come from the fine histograms.
 */
const perDoublingBits = 4;
const perDoubling = 1 << perDoublingBits;
/** 2^36 microseconds are 19 hours; what is longer counts in the last bucket. */
const doublings = 36;

/** How many buckets there are. */
export const coarseBucketCount = (doublings - perDoublingBits + 1) * perDoubling;

/** The bucket of a time in microseconds; below 0 counts as 0. */
export function coarseBucket(micros: number): number {
  if (!(micros >= perDoubling)) return micros > 0 ? Math.floor(micros) : 0;
  if (micros >= 2 ** doublings) return coarseBucketCount - 1;
  const exponent = micros < 0x8000_0000 ? 31 - Math.clz32(micros) : Math.floor(Math.log2(micros));
  const mantissa = Math.floor(micros / 2 ** (exponent - perDoublingBits)) - perDoubling;
  return (exponent - perDoublingBits + 1) * perDoubling + mantissa;
}

/** Where a bucket begins, in microseconds; the next one begins where it ends. */
export function coarseBucketStart(bucket: number): number {
  if (bucket < perDoubling) return bucket;
  const doubling = Math.floor(bucket / perDoubling) - 1;
  return (perDoubling + (bucket % perDoubling)) * 2 ** doubling;
}

/** Fine buckets below this hold one microsecond each; sixty-four above it are one coarse bucket. */
const fineSingles = 2048;
const finePerCoarse = 64;

/** Adds the buckets of a `LatencyHistogram` to coarse ones. */
export function addCoarse(fine: Float64Array, coarse: Float64Array): void {
  const singles = Math.min(fine.length, fineSingles);
  for (let index = 0; index < singles; index++) {
    const count = fine[index] as number;
    if (count > 0) addTo(coarse, coarseBucket(index), count);
  }
  const first = coarseBucket(fineSingles);
  for (let index = fineSingles; index < fine.length; index++) {
    const count = fine[index] as number;
    if (count > 0) addTo(coarse, first + Math.floor((index - fineSingles) / finePerCoarse), count);
  }
}

function addTo(counts: Float64Array, bucket: number, count: number): void {
  counts[bucket] = (counts[bucket] as number) + count;
}

/** Counts by bucket, without the empty ones: bucket, count, bucket, count, ... in rising order. */
export type CoarseCounts = readonly number[];
