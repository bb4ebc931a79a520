/** Below this the series is fast, above it the continued fraction. */
const seriesUpTo = 3;
const bisections = 100;
/** At three the fraction's error falls as exp(-6 sqrt(2 depth)): far below a double's after sixty steps. */
const tailDepth = 60;
const inverseRootTwoPi = 1 / Math.sqrt(2 * Math.PI);

/** P(Z <= value) of the standard normal distribution, to about fourteen digits. */
export function normalProbability(value: number): number {
  const distance = Math.abs(value);
  const tail = distance < seriesUpTo ? 0.5 - centralSeries(distance) : tailFraction(distance);
  return value > 0 ? 1 - tail : tail;
}

/** The value that a standard normal number stays below with this probability: 0.975 gives 1.96. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`no normal quantile for ${probability}`);
  let low = -40;
  let high = 40;
  for (let step = 0; step < bisections; step++) {
    const middle = (low + high) / 2;
    if (normalProbability(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(0 < Z < z) = density(z) (z + z^3/3 + z^5/15 + ...). */
function centralSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * sum; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return density(z) * sum;
}

/** P(Z > z) = density(z) / (z + 1/(z + 2/(z + 3/(...)))), evaluated from the inside. */
function tailFraction(z: number): number {
  let fraction = z;
  for (let depth = tailDepth; depth > 0; depth--) fraction = z + depth / fraction;
  return density(z) / fraction;
}

function density(z: number): number {
  return inverseRootTwoPi * Math.exp((-z * z) / 2);
}
