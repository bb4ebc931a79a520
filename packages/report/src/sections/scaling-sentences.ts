import type { Crossover, LoadLimit, Scaling, ScalingPoint, ScalingReason } from '@kneepoint/core';
import type { GrowthWords, SpeedAt } from '../catalogue/scaling-words.ts';
import type { ReportContext } from '../model/report-context.ts';

/** From this share of the lightest level's speed on, a user that is faster under more load is no noise. */
const superlinearShare = 1.1;

/** What the points say, target by target, then of every two targets where they cross. */
export function scalingSentences({ catalogue, result }: ReportContext): string[] {
  const words = catalogue.scaling.growth;
  const { scaling, crossovers, loadLimits } = result.analysis;
  const several = scaling.filter(({ points }) => usable(points).length > 1);
  const unusable = scaling.filter(({ points }) => points.length > 1 && usable(points).length < 2);
  return [
    ...several.flatMap((own) => [
      ...speedSentences(own, words),
      ...saturationSentence(own, words),
      ...kneeSentence(own, words),
      ...limitSentence(
        loadLimits.find(({ target }) => target === own.target),
        words,
      ),
    ]),
    ...crossovers
      .filter((crossover) => several.filter((own) => isOf(crossover, own)).length === 2)
      .flatMap((crossover) => crossoverSentence(crossover, several, words)),
    ...missingSentences(several, words),
    ...(unusable.length > 0 ? [words.unusable(unusable.map(({ target }) => target))] : []),
  ];
}

const isOf = ({ baseline, candidate }: Crossover, { target }: Scaling): boolean =>
  target === baseline || target === candidate;
const usable = (points: readonly ScalingPoint[]): ScalingPoint[] =>
  points.filter(({ trust }) => trust !== 'invalid');
const speedOf = ({ users, throughput }: ScalingPoint): SpeedAt => ({ users, perUser: throughput / users });

/** What is left for each user at the heaviest level, of the most that a user got at any level. */
function speedSentences({ target, points }: Scaling, words: GrowthWords): string[] {
  const own = usable(points).map(speedOf);
  const [base] = own;
  const heaviest = own.at(-1);
  const best = own.reduce<SpeedAt | undefined>(
    (most, speed) => (most === undefined || speed.perUser > most.perUser ? speed : most),
    undefined,
  );
  if (base === undefined || heaviest === undefined || best === undefined || best.perUser <= 0) return [];
  const isSuperlinear = best.perUser > superlinearShare * base.perUser;
  const share = heaviest.perUser / best.perUser;
  return [
    ...(isSuperlinear ? [words.superlinear(target, best, base)] : []),
    ...(best.users < heaviest.users ? [words.efficiency(target, heaviest, best, share)] : []),
  ];
}

function saturationSentence({ target, points, saturation, reasons }: Scaling, words: GrowthWords): string[] {
  if (saturation !== null) return [words.saturated(target, saturation)];
  const [before, last] = usable(points).slice(-2);
  if (reasons.saturation !== 'still-grows' || before === undefined || last === undefined) return [];
  if (before.throughput <= 0) return [];
  const gain = last.throughput / before.throughput - 1;
  return [words.lastStep(target, { from: before.users, to: last.users, gain })];
}

function kneeSentence({ target, points, knee, reasons }: Scaling, words: GrowthWords): string[] {
  if (knee !== null) {
    const { users, low, high, intervalMethod } = knee;
    const isResampled = intervalMethod === 'bootstrap-and-neighbouring-levels';
    return [words.knee(target, { users, low: low ?? users, high: high ?? users, isResampled })];
  }
  const heaviest = usable(points).at(-1);
  return reasons.knee === 'no-bend' && heaviest !== undefined ? [words.noBend(target, heaviest.users)] : [];
}

function limitSentence(limit: LoadLimit | undefined, words: GrowthWords): string[] {
  if (limit === undefined) return [];
  const { target, cause, reason, users, evidence } = limit;
  const number = (name: string): number | null =>
    evidence.find((candidate) => candidate.name === name)?.value ?? null;
  return [words.loadLimit(target, { cause, reason, users, number })];
}

function crossoverSentence(crossover: Crossover, several: readonly Scaling[], words: GrowthWords): string[] {
  const { baseline, candidate, kind, users, interval, below, above, reason } = crossover;
  const isOneRepeat = reason === 'one-repeat';
  switch (kind) {
    case 'crosses':
      if (users === null || interval === null || below === null || above === null) return [];
      return [
        words.crosses({
          below,
          above,
          users,
          low: interval.low,
          high: interval.high,
          isOneRepeat,
          doubtful: doubtfulLevel(crossover, several),
        }),
      ];
    case 'none': {
      const behind = above === baseline ? candidate : baseline;
      const levels = commonLevels(several, baseline, candidate);
      const [from] = levels;
      const to = levels.at(-1);
      if (above === null || from === undefined || to === undefined) return [];
      const isEvenBetween = reason === 'undecided-between';
      return [words.neverCrosses(above, behind, { from, to, isOneRepeat, isEvenBetween })];
    }
    case 'undecided': {
      if (reason === null || reason === 'one-repeat' || reason === 'undecided-between') return [];
      const pair = { one: baseline, other: candidate, why: reason };
      return [words.undecided({ ...pair, lighter: below, heavier: above })];
    }
  }
}

/** A level that the crossover is interpolated from and whose users are slower than those of a heavier one. */
function doubtfulLevel(
  { interval, baseline, candidate }: Crossover,
  several: readonly Scaling[],
): { target: string; users: number } | null {
  for (const { target, points } of several) {
    const own = usable(points).map(speedOf);
    const [base] = own;
    if (base === undefined || interval === null || (target !== baseline && target !== candidate)) continue;
    const isSlower = own.some(({ perUser }) => perUser > superlinearShare * base.perUser);
    // The first level is an end of the line on which the crossing lies up to the second.
    if (isSlower && interval.low < (own[1]?.users ?? 0)) return { target, users: base.users };
  }
  return null;
}

function commonLevels(several: readonly Scaling[], one: string, other: string): number[] {
  const usersOf = (name: string): number[] =>
    usable(several.find(({ target }) => target === name)?.points ?? []).map(({ users }) => users);
  const others = new Set(usersOf(other));
  return usersOf(one).filter((users) => others.has(users));
}

/** Parts that no target has a sentence for, with why; targets with one reason share a sentence. */
function missingSentences(several: readonly Scaling[], words: GrowthWords): string[] {
  const parts = ['usl', 'knee', 'saturation'] as const;
  return parts.flatMap((part) => {
    const byReason = Map.groupBy(
      several.filter(({ reasons }) => isMissing(reasons[part])),
      ({ reasons }) => reasons[part],
    );
    return [...byReason].flatMap(([reason, targets]) =>
      reason === undefined
        ? []
        : [
            words.missing(
              part,
              reason,
              targets.map(({ target }) => target),
            ),
          ],
    );
  });
}

/** Reasons that another sentence states already are not missing parts. */
function isMissing(reason: ScalingReason | undefined): boolean {
  return reason !== undefined && reason !== 'still-grows' && reason !== 'no-bend';
}
