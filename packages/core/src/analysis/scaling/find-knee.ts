import { createRandom } from '../../random/create-random.ts';
import type { Scaling, ScalingReason } from '../../result/analysis/scaling-schema.ts';

/** The repeats of a level, tok/s. */
export type KneeLevel = { readonly users: number; readonly values: readonly number[] };

export type Knee = NonNullable<Scaling['knee']>;
export type FoundKnee =
  | { readonly kind: 'found'; readonly knee: Knee }
  | { readonly kind: 'unknown'; readonly reason: ScalingReason };

/** With fewer levels the bend would be where the levels happen to be. */
export const levelsForKnee = 4;
/** Kneedle's sensitivity: how many mean steps of users the distance from the straight line must fall after the knee. */
const sensitivity = 1;
const resamples = 1000;
const tail = 0.025;

/**
 * The level at which growth bends: Kneedle (Satopaa, Albrecht, Irwin and Raghavan, "Finding a Kneedle in a Haystack",
 * 2011) on the measured levels. Users and throughput are scaled to 0..1; the knee is where the curve is farthest above
 * the diagonal, provided that it comes back towards it by the mean step of users. It is always a measured level and
 * depends on which were measured, so its interval reaches to the neighbouring levels at least; with repeats at every
 * level it also holds 95 % of the knees of levels whose repeats are drawn anew.
 */
export function findKnee(levels: readonly KneeLevel[]): FoundKnee {
  if (levels.length < levelsForKnee) return { kind: 'unknown', reason: 'too-few-levels' };
  const means = levels.map(({ values }) => meanOf(values));
  if (Math.max(...means) === Math.min(...means)) return { kind: 'unknown', reason: 'no-growth' };
  const users = levels.map((level) => level.users);
  const knee = kneeIndex(users, means);
  const found = knee === null ? undefined : users[knee];
  if (knee === null || found === undefined) return { kind: 'unknown', reason: 'no-bend' };
  const before = users[knee - 1] ?? found;
  const after = users[knee + 1] ?? found;
  const drawn = levels.every(({ values }) => values.length > 1) ? resampledKnees(levels) : [];
  return {
    kind: 'found',
    knee: {
      users: found,
      low: Math.min(before, drawn[Math.floor(tail * drawn.length)] ?? before),
      high: Math.max(after, drawn[Math.ceil((1 - tail) * drawn.length) - 1] ?? after),
      method: 'kneedle',
      intervalMethod: drawn.length > 0 ? 'bootstrap-and-neighbouring-levels' : 'neighbouring-levels',
    },
  };
}

/** The index of the knee; `null` for a curve that nowhere leaves the straight line far enough. */
export function kneeIndex(users: readonly number[], throughputs: readonly number[]): number | null {
  const across = scaled(users);
  const distances = scaled(throughputs).map((height, index) => height - (across[index] ?? 0));
  const peak = distances.indexOf(Math.max(...distances));
  const step = 1 / (users.length - 1);
  const threshold = (distances[peak] ?? 0) - sensitivity * step;
  const falls = threshold >= 0 && distances.slice(peak + 1).some((distance) => distance <= threshold);
  return falls ? peak : null;
}

function scaled(values: readonly number[]): number[] {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return values.map((value) => (span === 0 ? 0 : (value - low) / span));
}

/** Knees of levels whose repeats are drawn anew, ascending; draws without a knee are left out. */
function resampledKnees(levels: readonly KneeLevel[]): number[] {
  const users = levels.map((level) => level.users);
  // The seed is fixed: the same result has the same analysis.
  const random = createRandom('knee');
  const knees = Array.from({ length: resamples }, () => {
    const means = levels.map(({ values }) =>
      meanOf(values.map(() => values[random.integer(values.length)] ?? 0)),
    );
    const index = kneeIndex(users, means);
    return index === null ? [] : (users[index] ?? []);
  });
  return knees.flat().sort((one, other) => one - other);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
