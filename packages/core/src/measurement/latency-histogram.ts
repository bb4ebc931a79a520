/** Values below this have a bucket each; above it, three significant digits: 1,024 buckets to each power of two. */
const subBucketCount = 2048;
const subBucketHalf = 1024;
/** 2^36 us is 19 hours; larger values are counted in the last bucket (and kept exactly in `max`). */
const largestPower = 36;
const bucketCount = subBucketCount + (largestPower - 11) * subBucketHalf;

/**
 * HDR histogram of non-negative whole microseconds with three significant digits, and beside it the exact count, sum,
 * minimum and maximum. The buckets are those of HdrHistogram (lowest value 1, three digits), so it encodes to the same
 * format; recording is plain index arithmetic and allocates nothing but new room.
 */
export class LatencyHistogram {
  /** Grows to the largest bucket in use, so that short latencies cost little memory. */
  buckets: Float64Array;
  count = 0;
  sum = 0;
  min = Number.POSITIVE_INFINITY;
  max = -1;

  constructor(initialBuckets = 64) {
    this.buckets = new Float64Array(initialBuckets);
  }

  /** Records a value `times` times; fractions are rounded, negative values count as 0. */
  record(value: number, times = 1): void {
    const rounded = value <= 0 ? 0 : Math.round(value);
    const index = bucketIndex(rounded);
    if (index >= this.buckets.length) this.#grow(index);
    this.buckets[index] = (this.buckets[index] as number) + times;
    this.count += times;
    this.sum += rounded * times;
    if (rounded < this.min) this.min = rounded;
    if (rounded > this.max) this.max = rounded;
  }

  /** Adds another histogram; the result is the same in whatever order histograms are merged. */
  merge(other: LatencyHistogram): void {
    if (other.buckets.length > this.buckets.length) this.#grow(other.buckets.length - 1);
    for (let index = 0; index < other.buckets.length; index++) {
      const count = other.buckets[index] as number;
      if (count > 0) this.buckets[index] = (this.buckets[index] as number) + count;
    }
    this.count += other.count;
    this.sum += other.sum;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
  }

  /**
   * The value at a quantile in (0, 1]: the highest value of the bucket in which the ceil(q * count)-th smallest lies,
   * never above the exact maximum. `null` when empty.
   */
  valueAtQuantile(quantile: number): number | null {
    return this.valueAtRank(Math.max(1, Math.ceil(quantile * this.count - 1e-9)));
  }

  /** The value of the `rank`-th smallest (from 1), at bucket resolution; `null` when there are fewer. */
  valueAtRank(rank: number): number | null {
    if (rank > this.count || this.count === 0) return null;
    let seen = 0;
    for (let index = 0; index < this.buckets.length; index++) {
      seen += this.buckets[index] as number;
      if (seen >= rank) return Math.max(this.min, Math.min(this.max, highestValueOf(index)));
    }
    return this.max;
  }

  /** The exact mean; `null` when empty. */
  get mean(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }

  #grow(index: number): void {
    const larger = new Float64Array(Math.min(bucketCount, Math.max(index + 1, this.buckets.length * 2)));
    larger.set(this.buckets);
    this.buckets = larger;
  }
}

/** The bucket of a value: its own below 2,048, else by its power of two and the next ten bits. */
export function bucketIndex(value: number): number {
  if (value < subBucketCount) return value;
  if (value >= 2 ** largestPower) return bucketCount - 1;
  const power = value < 0x8000_0000 ? 31 - Math.clz32(value) : Math.floor(Math.log2(value));
  const shift = power - 10;
  return subBucketCount + (power - 11) * subBucketHalf + Math.floor(value / 2 ** shift) - subBucketHalf;
}

/** The largest value that falls into a bucket. */
export function highestValueOf(index: number): number {
  if (index < subBucketCount) return index;
  const power = Math.floor((index - subBucketCount) / subBucketHalf) + 11;
  const within = ((index - subBucketCount) % subBucketHalf) + subBucketHalf;
  return (within + 1) * 2 ** (power - 10) - 1;
}

/** The middle of a bucket, as a whole number: what stands for the values that fell into it. */
export function valueOfBucket(index: number): number {
  if (index < subBucketCount) return index;
  const power = Math.floor((index - subBucketCount) / subBucketHalf) + 11;
  const within = ((index - subBucketCount) % subBucketHalf) + subBucketHalf;
  const width = 1 << (power - 10);
  return within * width + width / 2;
}
