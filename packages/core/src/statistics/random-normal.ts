import type { Random } from '../random/create-random.ts';

/** A standard normal number (Box and Muller). */
export function randomNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** From this mean on a Poisson count is drawn as a rounded normal number: its skewness is below an eighth there. */
const largeMean = 64;

/** A Poisson count. Small means by Knuth's product of uniform numbers. */
export function randomPoisson(mean: number, random: Random): number {
  if (mean >= largeMean) return Math.max(0, Math.round(mean + Math.sqrt(mean) * randomNormal(random)));
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > floor; product *= random.next()) count += 1;
  return count;
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
