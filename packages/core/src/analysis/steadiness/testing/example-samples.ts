import type { Random } from '../../../random/create-random.ts';
import { normalQuantile } from '../../../statistics/normal.ts';
import type { LoadSample } from '../load-sample.ts';

/** A stage made of numbers: its level at each second as a share, and the noise of a second's throughput. */
export type ExampleSamples = {
  readonly seconds: number;
  /** Throughput at an instant, as a share of 1,000 tokens per second. */
  readonly level: (second: number) => number;
  /** Standard deviation of the mean over one second. */
  readonly noise: number;
  readonly completedPerSecond: number;
  readonly inFlight?: number;
  /** Time to first token at an instant, in milliseconds. */
  readonly firstTokenMillis?: (second: number) => number;
};

/** Its samples, four a second. */
export function exampleSamples(example: ExampleSamples, random: Random): LoadSample[] {
  const { level, noise, completedPerSecond, inFlight = 5, firstTokenMillis = () => 100 } = example;
  let tokens = 0;
  let firstTokenSum = 0;
  return Array.from({ length: 4 * example.seconds + 1 }, (_, index) => {
    const second = index / 4;
    const completed = completedPerSecond * second;
    if (index > 0) {
      tokens += 250 * level(second) * (1 + 2 * noise * normal(random));
      firstTokenSum += (completedPerSecond / 4) * firstTokenMillis(second) * 1000;
    }
    return {
      atMicros: second * 1e6,
      inFlight,
      dispatched: completed + inFlight,
      completed,
      failed: 0,
      tokens,
      firstTokens: completed,
      firstTokenSumMicros: firstTokenSum,
    };
  });
}

/** Standard normal; the smallest uniform number that is drawn is not 0. */
const normal = (random: Random): number => normalQuantile((1 + random.integer(1e6 - 1)) / 1e6);
