import type { Crossover } from '../../result/analysis/scaling-schema.ts';
import type { LevelDifference } from './level-difference.ts';

type Side = 'baseline' | 'candidate';

/** With one repeat, whose noise is unknown, a difference below this share of the larger throughput decides nothing. */
export const tieShare = 0.02;

/** A crossover between a baseline and a candidate, before they have names. */
export type FoundCrossover = Pick<Crossover, 'kind' | 'users' | 'interval' | 'reason'> & {
  readonly below: Side | null;
  readonly above: Side | null;
};

/**
 * Where the difference of two throughputs changes its sign, on straight lines between levels:
 *
 *     users = n1 + (n2 - n1) d1 / (d1 - d2)
 *
 * With repeats at every level a side is ahead where the interval of the difference excludes 0, all levels' together with
 * 95 % confidence, and the crossover's interval holds the users at which the level's own 95 % interval, also joined by
 * straight lines, includes 0. With one repeat the signs are all
 * there is, those of differences below 2 % aside: the interval is then from level to level, and the reason says so.
 */
export function findCrossover(differences: readonly LevelDifference[]): FoundCrossover {
  if (differences.length < 2) return undecided('too-few-levels');
  const isRepeated = differences.every(({ interval }) => interval !== null);
  const sides = differences.map((level) => sideAhead(level, isRepeated));
  const decided = sides.filter((side) => side !== null);
  const changes = decided.filter((side, index) => index > 0 && side !== decided[index - 1]).length;
  const [below = null] = decided;
  const above = decided.at(-1) ?? null;
  if (below === null || above === null) return undecided('intervals-overlap');
  if (changes > 1) return undecided('several-crossings');
  if (changes === 1) return crossing(differences, sides, { below, above, isRepeated });
  // A lead in the middle of the levels says nothing of both ends.
  if (sides[0] === null || sides.at(-1) === null) {
    return { ...undecided('open-end'), below: sides[0] ?? null, above: sides.at(-1) ?? null };
  }
  return {
    kind: 'none',
    users: null,
    interval: null,
    below,
    above,
    reason: sides.includes(null) ? 'undecided-between' : isRepeated ? null : 'one-repeat',
  };
}

function undecided(reason: NonNullable<Crossover['reason']>): FoundCrossover {
  return { kind: 'undecided', users: null, interval: null, below: null, above: null, reason };
}

function sideAhead({ difference, larger, simultaneous }: LevelDifference, isRepeated: boolean): Side | null {
  const half = tieShare * larger;
  const once = { low: difference - half, high: difference + half };
  const { low, high } = isRepeated ? (simultaneous ?? once) : once;
  return low > 0 ? 'candidate' : high < 0 ? 'baseline' : null;
}

function crossing(
  differences: readonly LevelDifference[],
  sides: readonly (Side | null)[],
  { below, above, isRepeated }: { below: Side; above: Side; isRepeated: boolean },
): FoundCrossover {
  const last = sides.lastIndexOf(below);
  const first = sides.indexOf(above);
  const between = differences.slice(last, first + 1);
  const users = zeroOf(between.map((level) => ({ users: level.users, value: level.difference })));
  const low = between[0]?.users ?? 0;
  const high = between.at(-1)?.users ?? 0;
  if (!isRepeated) {
    const interval = { low, high, method: 'neighbouring-levels' as const };
    return { kind: 'crosses', users, interval, below, above, reason: 'one-repeat' };
  }
  const ends = [
    zeroOf(between.map((level) => ({ users: level.users, value: level.interval?.low ?? 0 }))),
    zeroOf(between.map((level) => ({ users: level.users, value: level.interval?.high ?? 0 }))),
  ].flatMap((end) => end ?? []);
  const interval = {
    low: Math.min(...ends, users ?? high),
    high: Math.max(...ends, users ?? low),
    method: 'difference-interval' as const,
  };
  return { kind: 'crosses', users, interval, below, above, reason: null };
}

/** Where a line through points first changes its sign, interpolated; `null` where it does not. */
function zeroOf(points: readonly { readonly users: number; readonly value: number }[]): number | null {
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (next === undefined) return null;
    if (point.value === 0) return point.users;
    if (point.value * next.value < 0) {
      return point.users + ((next.users - point.users) * point.value) / (point.value - next.value);
    }
  }
  return null;
}
