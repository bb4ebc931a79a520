import type { Random } from '../random/create-random.ts';
import { poissonDraw } from './random-draws.ts';
import type { WeightedValues } from './weighted-values.ts';

/** Up to this many values are drawn one by one. */
const drawnSingly = 128;
/** Larger samples are put into this many bins of about equal weight first; a bin stands for its own mean. */
const bins = 48;

/**
 * Means of bootstrap resamples. A small sample is drawn with replacement, value by value; of a large one each bin is
 * taken a Poisson number of times (the Poisson bootstrap: Hanley and MacGibbon, 2006), whose cost does not grow with
 * the number of requests. Values in the tail stay alone: a bin never holds more than its share of the range.
 */
export function resampledMeans(sample: WeightedValues, random: Random, resamples: number): Float64Array {
  const drawMean = sample.count <= drawnSingly ? drawSingly(sample) : drawBins(binned(sample));
  const means = new Float64Array(resamples);
  for (let index = 0; index < resamples; index++) means[index] = drawMean(random);
  return means;
}

function drawSingly({ values, weights, count }: WeightedValues): (random: Random) => number {
  const single = [...values].flatMap((value, index) => Array<number>(weights[index] ?? 0).fill(value));
  return (random) => {
    let sum = 0;
    for (let draw = 0; draw < count; draw++) sum += single[random.integer(count)] ?? 0;
    return sum / count;
  };
}

function drawBins({ values, weights }: WeightedValues): (random: Random) => number {
  const draws = [...weights].map(poissonDraw);
  return (random) => {
    let sum = 0;
    let drawn = 0;
    for (const [bin, draw] of draws.entries()) {
      const times = draw(random);
      sum += times * (values[bin] as number);
      drawn += times;
    }
    // More than a hundred values are never all left out, but a division must not depend on it.
    return sum / Math.max(drawn, 1);
  };
}

/** Neighbours put together up to a share of the weight, and of the range, so that the few slow requests keep their values. */
function binned({ values, weights, count }: WeightedValues): WeightedValues {
  const range = (values.at(-1) ?? 0) - (values[0] ?? 0);
  const binValues: number[] = [];
  const binWeights: number[] = [];
  let sum = 0;
  let weight = 0;
  let first = values[0] ?? 0;
  for (let index = 0; index < values.length; index++) {
    sum += (values[index] as number) * (weights[index] as number);
    weight += weights[index] as number;
    const next = values[index + 1];
    const isFull = weight >= (2 * count) / bins || (next !== undefined && next - first > (2 * range) / bins);
    if (next !== undefined && !isFull) continue;
    binValues.push(sum / weight);
    binWeights.push(weight);
    [sum, weight, first] = [0, 0, next ?? 0];
  }
  return { values: Float64Array.from(binValues), weights: Float64Array.from(binWeights), count };
}
