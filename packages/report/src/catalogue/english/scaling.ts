import { createFormats } from '../formats.ts';
import type { FitWords, GrowthWords, LatencyWords, ScalingWords } from '../scaling-words.ts';
import { englishList, englishUsers } from './phrases.ts';
import { englishLimit, englishLoadLimit } from './scaling-limits.ts';

const formats = createFormats('en');
const users = (count: number): string => `${formats.requests(count)} ${count === 1 ? 'user' : 'users'}`;

const growth: GrowthWords = {
  linear:
    'Linear growth means that every user keeps the speed of the lightest level; the share of linear is what is left of it.',
  intervals: "Beside a mean stands its 95% interval over the repeats (Student's t).",
  otherSuite: (suite, count) =>
    `${englishUsers(count)}: from the suite "${suite}", whose prompts and answers may be of other lengths.`,
  efficiency: (target, at, best, share) =>
    `${target}: at ${englishUsers(at.users)} each user gets ${formats.rate(at.perUser)}, ${formats.share(share)} of the ${formats.rate(best.perUser)} at ${englishUsers(best.users)}.`,
  superlinear: (target, at, base) =>
    `${target}: a user is faster at ${englishUsers(at.users)} (${formats.rate(at.perUser)}) than at ${englishUsers(base.users)} (${formats.rate(base.perUser)}). More load does not speed a user up, so the lighter level is in doubt (a cold start, for instance), and so is every share that is counted from it.`,
  saturated: (target, { users: level, throughput, gainAfter }) =>
    `${target} is saturated from ${englishUsers(level)} on: ${formats.rate(throughput)} there, and ${
      gainAfter > 0
        ? `no heavier level brings more than ${formats.share(gainAfter)} above it`
        : 'every heavier level stays at or below it'
    }.`,
  lastStep: (target, { from, to, gain }) =>
    `${target}: no saturation up to ${englishUsers(to)}; from ${formats.count(from)} to ${englishUsers(to)} its throughput ${gain >= 0 ? 'gains' : 'loses'} ${formats.share(Math.abs(gain))}.`,
  knee: (target, { users: level, low, high, isResampled }) =>
    `${target}: growth bends at ${englishUsers(level)} (knee, by Kneedle; ${
      isResampled
        ? '95% interval over the repeats and the neighbouring levels'
        : 'between the neighbouring levels'
    }: ${formats.count(low)} to ${englishUsers(high)}).`,
  noBend: (target, heaviest) => `${target}: growth shows no knee up to ${englishUsers(heaviest)}.`,
  crosses: ({ below, above, users: at, low, high, isOneRepeat, doubtful }) =>
    `${below} is ahead below ${users(at)}, ${above} above (crossover, interpolated linearly; ${
      isOneRepeat
        ? `between the levels of ${formats.requests(low)} and ${users(high)}, with one repeat and so unknown noise`
        : `95% interval ${formats.requests(low)} to ${users(high)}`
    }).${doubtful === null ? '' : ` It rests on the level of ${englishUsers(doubtful.users)} of ${doubtful.target}, which is in doubt.`}`,
  neverCrosses: (ahead, behind, { from, to, isOneRepeat, isEvenBetween }) =>
    isEvenBetween
      ? `${ahead} is ahead of ${behind} at ${formats.count(from)} and at ${englishUsers(to)}, and between them not every level tells the two apart: no crossover is seen.`
      : `${ahead} is ahead of ${behind} at every level from ${formats.count(from)} to ${englishUsers(to)}: no crossover${isOneRepeat ? ' (one repeat, so noise is unknown)' : ''}.`,
  undecided: ({ one, other, why, lighter, heavier }) => {
    const pair = `${one} and ${other}`;
    if (why === 'too-few-levels')
      return `${pair}: fewer than two usable levels in common, so no crossover can be told.`;
    if (why === 'intervals-overlap')
      return `${pair}: no level tells them apart, so no crossover can be told.`;
    if (why === 'several-crossings')
      return `${pair}: their lines cross more than once, so there is no single crossover.`;
    if (heavier !== null)
      return `${heavier} is ahead at the heaviest level, and at the lightest the two are not told apart: no crossover can be told.`;
    if (lighter !== null)
      return `${lighter} is ahead at the lightest level, and at the heaviest the two are not told apart: no crossover can be told.`;
    return `${pair}: neither end of the levels tells them apart, so no crossover can be told.`;
  },
  loadLimit: englishLoadLimit,
  unusable: (targets) =>
    `${englishList(targets)}: fewer than two levels are not invalid, so nothing is said of how throughput grows.`,
  missing: (part, reason, targets) => {
    const what = {
      usl: 'The scalability law is not fitted',
      knee: 'No knee is sought',
      saturation: 'No saturation is sought',
    }[part];
    const why = {
      'too-few-levels': `too few usable levels (${{ usl: 3, knee: 4, saturation: 2 }[part]} are needed)`,
      'no-growth': 'throughput is the same at every level',
      'no-fit': 'the points do not determine it',
      'still-grows': 'throughput still grows',
      'no-bend': 'growth does not bend',
    }[reason];
    return `${what} for ${englishList(targets)}: ${why}.`;
  },
};

const fit: FitWords = {
  heading: 'Universal scalability law',
  intro:
    'X(N) = λN / (1 + σ(N − 1) + κN(N − 1)), fitted by least squares: λ is the speed of a user alone, σ the share of the work that waits for its turn, κ the cost that grows with every pair of users.',
  lambda: 'λ (tok/s)',
  sigma: 'σ',
  kappa: 'κ',
  determination: 'R²',
  relativeError: 'Relative error',
  peak: 'Peak of the curve',
  peakAt: (count, throughput) => `${formats.rate(throughput)} at ${users(Math.round(count))}`,
  noPeak: 'none in reach',
  errors: '± is a standard error.',
  threeLevels: (targets) =>
    `${englishList(targets)}: three levels for three parameters, so the errors are unknown and the relative error says nothing.`,
  misfit: (targets, relativeError) =>
    `${englishList(targets)}: the curve misses the points by ${formats.share(relativeError)}, so the law does not describe this growth and its parameters mean nothing.`,
  atBound: (targets) =>
    `${englishList(targets)}: a parameter without ± lies on its bound 0; no such effect is seen at these levels.`,
};

const latency: LatencyWords = {
  heading: 'Latency against throughput',
  intro: 'What each step to more users brings in throughput, and what it costs in time to first token.',
  gain: 'Output against the level before',
  growth: (percentile) => `TTFT ${percentile} against the lightest level`,
};

/** The scaling section in English. */
export const englishScaling: ScalingWords = { growth, fit, latency, limit: englishLimit };
