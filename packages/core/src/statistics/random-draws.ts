import type { Random } from '../random/create-random.ts';

/** A standard normal number (Box and Muller). */
export function randomNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** From this mean on a Poisson count is drawn as a rounded normal number: its skewness is below an eighth there. */
const largeMean = 64;

/** Draws Poisson counts of one mean: a small one is looked up in the cumulated probabilities, one uniform number a count. */
export function poissonDraw(mean: number): (random: Random) => number {
  if (mean >= largeMean)
    return (random) => Math.max(0, Math.round(mean + Math.sqrt(mean) * randomNormal(random)));
  const cumulated = cumulatedPoisson(mean);
  return (random) => {
    const share = random.next();
    let count = 0;
    while (count < cumulated.length && share >= (cumulated[count] as number)) count += 1;
    return count;
  };
}

/** P(count <= 0), P(count <= 1), ... until nothing is left. */
function cumulatedPoisson(mean: number): Float64Array {
  const length = Math.ceil(mean + 10 * Math.sqrt(mean) + 10);
  const cumulated = new Float64Array(length);
  let term = Math.exp(-mean);
  let sum = 0;
  for (let count = 0; count < length; count++) {
    sum += term;
    cumulated[count] = sum;
    term *= mean / (count + 1);
  }
  return cumulated;
}

/** A gamma number of this shape, at least 1, and scale 1 (Marsaglia and Tsang, 2000). */
export function randomGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = randomNormal(random);
    const cube = (1 + c * normal) ** 3;
    if (cube <= 0) continue;
    if (Math.log(1 - random.next()) < normal ** 2 / 2 + d - d * cube + d * Math.log(cube)) return d * cube;
  }
}
