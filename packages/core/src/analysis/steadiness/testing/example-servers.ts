import type { Random } from '../../../random/create-random.ts';
import type { SimulatedServer } from './simulate-server.ts';

/** One request after the other, each as long as the last: the D/1 queue. */
export const oneAtATime = (capacity: number): SimulatedServer => ({
  baseSeconds: 1 / capacity,
  perSequenceSeconds: 0,
  maximumRunning: 1,
  tokensOf: () => 1,
});

const meanTokens = 50;

/** All requests share the capacity (requests per second), however many they are; lengths are exponential. */
export const sharing = (capacity: number): SimulatedServer => ({
  baseSeconds: 0,
  perSequenceSeconds: 1 / (capacity * meanTokens),
  maximumRunning: Number.POSITIVE_INFINITY,
  tokensOf: (random) => 1 + Math.floor(random.exponential(meanTokens)),
});

/** A batch of 32 at most, whose step takes twice as long full as empty; the capacity is that of the full batch. */
export function batching(capacity: number): SimulatedServer {
  const fullStep = 32 / (capacity * meanTokens);
  return {
    baseSeconds: fullStep / 2,
    perSequenceSeconds: fullStep / 64,
    maximumRunning: 32,
    tokensOf: uniformTokens(meanTokens),
  };
}

/** So much memory for requests that it never queues, and twenty seconds for an answer in the mean. */
export const slow = (): SimulatedServer => ({
  baseSeconds: 0.1,
  perSequenceSeconds: 0,
  maximumRunning: Number.POSITIVE_INFINITY,
  tokensOf: (random) => 1 + Math.floor(random.exponential(200)),
});

/** Lengths from 1 to twice the mean. */
export const uniformTokens =
  (mean: number) =>
  (random: Random): number =>
    1 + random.integer(2 * mean - 1);
