import type { Result } from '../../../result/result-file.ts';
import { levelsOf } from './levels.ts';
import { singleUserOf } from './single-user.ts';

/** A target's throughput at a number of users, in tokens per second. */
export type ThroughputPoint = { readonly users: number; readonly throughput: number };

/** Every level of a target with a throughput, the single user first; `single` replaces that one's figure. */
export function throughputPoints(
  result: Result,
  target: string,
  single: number | null = null,
): ThroughputPoint[] {
  const levels = levelsOf(result, target).flatMap(({ users, throughput }) =>
    throughput === null ? [] : [{ users, throughput }],
  );
  const first = single ?? singleUserOf(result, target)?.speed ?? null;
  if (first === null) return levels;
  return [{ users: 1, throughput: first }, ...levels.filter(({ users }) => users > 1)];
}

/**
 * Where `rising` overtakes `other`: straight lines between the levels that both have. `behind` where it never is ahead;
 * `ahead` where it always is; else the users at which the lines meet for the last time.
 */
export function overtakes(
  rising: readonly ThroughputPoint[],
  other: readonly ThroughputPoint[],
): { readonly kind: 'at'; readonly users: number } | { readonly kind: 'ahead' | 'behind' | 'unknown' } {
  const gaps = rising.flatMap(({ users, throughput }) => {
    const match = other.find((point) => point.users === users);
    return match === undefined ? [] : [{ users, gap: throughput - match.throughput }];
  });
  if (gaps.length < 2) return { kind: 'unknown' };
  const last = gaps.findLastIndex(({ gap }) => gap <= 0);
  const [below, above] = [gaps[last], gaps[last + 1]];
  if (below === undefined) return { kind: 'ahead' };
  if (above === undefined) return { kind: 'behind' };
  const share = -below.gap / (above.gap - below.gap);
  return { kind: 'at', users: below.users + share * (above.users - below.users) };
}
