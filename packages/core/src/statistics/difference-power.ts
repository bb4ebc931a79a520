import { intervalConfidence } from './confidence.ts';
import { normalProbability } from './normal.ts';
import { studentQuantile } from './student-t.ts';
import { welchDegrees } from './welch-degrees.ts';

/** What a comparison over repeats is made of: the standard deviation of the logarithm of a repeat, and their number. */
export type PowerSide = { readonly deviation: number; readonly repeats: number };
export type PowerDesign = { readonly baseline: PowerSide; readonly candidate: PowerSide };

/** The power that "could have been seen" means. */
export const usualPower = 0.8;
/** Points on each side of the integral over the two deviations that a comparison may happen to see; one degree needs more. */
const points = 16;
const pointsOfOneDegree = 48;
const knots = 12;

/**
 * The probability that the interval over repeats (`logRatioInterval`) excludes 1 when the true logarithm of the ratio is
 * `logRatio`. The mean's error is normal and independent of the two deviations that are seen, and each of these is
 * chi-distributed, so it is the mean of Phi(d - c) + Phi(-d - c) over both, d the true difference in standard errors and c
 * the half width that the interval would have there.
 */
export function differencePower(design: PowerDesign, logRatio: number): number {
  const error = standardError(design);
  if (error === 0) return logRatio === 0 ? 0 : 1;
  return meanPower(criticalWidths(design), Math.abs(logRatio) / error);
}

/**
 * The ratio above 1 that a comparison of this design finds in `power` of the cases; `null` with fewer than two repeats on
 * a side or where no double holds it.
 */
export function detectableRatio(design: PowerDesign, power: number = usualPower): number | null {
  if (Math.min(design.baseline.repeats, design.candidate.repeats) < 2) return null;
  const error = standardError(design);
  if (error === 0) return 1;
  const ratio = Math.exp(distanceOfPower(criticalWidths(design), power) * error);
  return Number.isFinite(ratio) ? ratio : null;
}

/** The difference in standard errors that is found with this probability: the line between two guesses, again and again. */
function distanceOfPower(widths: readonly Width[], power: number): number {
  let [low, high] = [0, 3];
  while (meanPower(widths, high) < power) [low, high] = [high, 2 * high];
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (meanPower(widths, middle) < power) low = middle;
    else high = middle;
  }
  const [below, above] = [meanPower(widths, low), meanPower(widths, high)];
  return low + ((high - low) * (power - below)) / (above - below);
}

/** Of the logarithm of the ratio of the means. */
export function standardError({ baseline, candidate }: PowerDesign): number {
  return Math.sqrt(baseline.deviation ** 2 / baseline.repeats + candidate.deviation ** 2 / candidate.repeats);
}

/** A half width that the interval may have, in true standard errors, and how likely it is. */
type Width = { readonly width: number; readonly weight: number };

function meanPower(widths: readonly Width[], distance: number): number {
  return widths.reduce(
    (sum, { width, weight }) => sum + weight * (tailOf(distance - width) + tailOf(-distance - width)),
    0,
  );
}

/** Far out there is nothing that the sum would notice. */
const tailOf = (value: number): number => (value < -7 ? 0 : value > 7 ? 1 : normalProbability(value));

function criticalWidths(design: PowerDesign): readonly Width[] {
  const { baseline, candidate } = design;
  const trueVariance = standardError(design) ** 2;
  const quantileOf = quantiles(
    Math.min(baseline.repeats, candidate.repeats) - 1,
    baseline.repeats + candidate.repeats - 2,
  );
  const others = seenShares(candidate.repeats - 1);
  return seenShares(baseline.repeats - 1).flatMap((one) =>
    others.map((other) => {
      const u = (one.share * baseline.deviation) ** 2 / baseline.repeats;
      const v = (other.share * candidate.deviation) ** 2 / candidate.repeats;
      const degrees = welchDegrees(
        { variance: u, count: baseline.repeats },
        { variance: v, count: candidate.repeats },
      );
      return {
        width: quantileOf(degrees) * Math.sqrt((u + v) / trueVariance),
        weight: one.weight * other.weight,
      };
    }),
  );
}

/** Deviations that may be seen, as shares of the true one: the chi distribution, cut into equal steps. */
function seenShares(degrees: number): readonly { readonly share: number; readonly weight: number }[] {
  const count = degrees === 1 ? pointsOfOneDegree : points;
  const reach = Math.min(1, 4.5 / Math.sqrt(2 * degrees));
  const [from, to] = [1 - reach, 1 + 4.5 / Math.sqrt(2 * degrees)];
  const shares = Array.from({ length: count }, (_, index) => {
    const share = from + ((to - from) * (index + 0.5)) / count;
    return { share, weight: Math.exp((degrees - 1) * Math.log(share) - (degrees * (share ** 2 - 1)) / 2) };
  });
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  return shares.map(({ share, weight }) => ({ share, weight: weight / total }));
}

/** Student's quantile of the interval between two degrees of freedom, interpolated: it is nearly a line in 1 / degrees. */
function quantiles(least: number, most: number): (degrees: number) => number {
  const [from, to] = [1 / most, 1 / least];
  const table = Array.from({ length: knots + 1 }, (_, knot) =>
    studentQuantile(0.5 + intervalConfidence / 2, 1 / (from + ((to - from) * knot) / knots)),
  );
  return (degrees) => {
    const place = to === from ? 0 : ((1 / degrees - from) / (to - from)) * knots;
    const knot = Math.min(knots - 1, Math.max(0, Math.floor(place)));
    const [lower, upper] = [table[knot] ?? 0, table[knot + 1] ?? 0];
    return lower + (upper - lower) * (place - knot);
  };
}
