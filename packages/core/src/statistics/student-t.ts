import { incompleteBeta } from './incomplete-beta.ts';

const bisections = 200;

/** P(T <= value) of Student's t with any positive number of degrees of freedom. */
export function studentProbability(value: number, degreesOfFreedom: number): number {
  const tail =
    incompleteBeta(degreesOfFreedom / (degreesOfFreedom + value * value), degreesOfFreedom / 2, 0.5) / 2;
  return value > 0 ? 1 - tail : tail;
}

/** The value that Student's t stays below with this probability: 0.975 and 2 degrees give 4.303. */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1) || !(degreesOfFreedom > 0)) {
    throw new RangeError(`no t quantile for ${probability} with ${degreesOfFreedom} degrees of freedom`);
  }
  if (probability < 0.5) return -studentQuantile(1 - probability, degreesOfFreedom);
  let low = 0;
  let high = 1;
  while (studentProbability(high, degreesOfFreedom) < probability) high *= 2;
  for (let step = 0; step < bisections && high - low > Number.EPSILON * high; step++) {
    const middle = (low + high) / 2;
    if (studentProbability(middle, degreesOfFreedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
