import type { CoarseCounts } from '@kneepoint/core';

/** What was counted since an earlier look at the same counters, which only grow. */
export function countsSince(counts: CoarseCounts, earlier: CoarseCounts): CoarseCounts {
  const since: number[] = [];
  let other = 0;
  for (let at = 0; at < counts.length; at += 2) {
    const bucket = counts[at] ?? 0;
    while (other < earlier.length && (earlier[other] ?? 0) < bucket) other += 2;
    const before = earlier[other] === bucket ? (earlier[other + 1] ?? 0) : 0;
    const fresh = (counts[at + 1] ?? 0) - before;
    if (fresh > 0) since.push(bucket, fresh);
  }
  return since;
}

/** How many times were counted. */
export function countOf(counts: CoarseCounts): number {
  let count = 0;
  for (let at = 1; at < counts.length; at += 2) count += counts[at] ?? 0;
  return count;
}

/**
 * The bucket of a percentile (a share, 0.99) by nearest rank: of `count` times in rising order the one at
 * `ceil(share * count)`. `null` where nothing was counted.
 */
export function percentileBucket(counts: CoarseCounts, share: number): number | null {
  const rank = Math.max(1, Math.ceil(share * countOf(counts)));
  let below = 0;
  for (let at = 0; at < counts.length; at += 2) {
    below += counts[at + 1] ?? 0;
    if (below >= rank) return counts[at] ?? null;
  }
  return null;
}
