import type { Random } from '../random/create-random.ts';

/**
 * A source of gamma distributed numbers with this shape and mean: variance mean^2 / shape. Marsaglia and Tsang, "A simple
 * method for generating gamma variables" (2000): a cube of a normal number, accepted nearly always.
 */
export function gammaDraws(shape: number, mean: number, random: Random): () => number {
  const scale = mean / shape;
  if (shape >= 1) return () => scale * drawUnitScale(shape, random);
  // A shape below 1 is that of shape + 1 times U^(1 / shape); 1 - next() keeps U above 0.
  return () => scale * drawUnitScale(shape + 1, random) * (1 - random.next()) ** (1 / shape);
}

/** One number of a shape of at least 1 and the scale 1. */
function drawUnitScale(shape: number, random: Random): number {
  // d, c, x and v are the names of the paper.
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A standard normal number by Marsaglia's polar method; the second number of the pair is left unused. */
function drawNormal(random: Random): number {
  for (;;) {
    const horizontal = 2 * random.next() - 1;
    const vertical = 2 * random.next() - 1;
    const square = horizontal * horizontal + vertical * vertical;
    if (square > 0 && square < 1) return horizontal * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
