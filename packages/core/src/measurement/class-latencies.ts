import type { Attempt } from '../load/request-transport.ts';
import { type Flight, unset } from '../transport/flight.ts';
import { LatencySet } from './latency-set.ts';

/** The classes of a stage's requests by name, and which one a request is of: its position, or -1. */
export type RequestClasses = {
  readonly names: readonly string[];
  of(attempt: Attempt): number;
};

/** A stage whose requests are all of one kind. */
export const noClasses: RequestClasses = { names: [], of: () => -1 };

/** Completed requests of one class that ended in the window. */
export type ClassMeasurement = {
  readonly name: string;
  readonly completed: number;
  /** Output tokens of those whose count is known, and how many they are. */
  readonly outputTokens: number;
  readonly requestsWithOutput: number;
  readonly latencies: LatencySet;
};

/** The latencies of each class of requests; empty where a stage has no classes. */
export class ClassLatencies {
  readonly #classes: {
    name: string;
    completed: number;
    outputTokens: number;
    requestsWithOutput: number;
    latencies: LatencySet;
  }[];

  constructor(names: readonly string[]) {
    this.#classes = names.map((name) => ({
      name,
      completed: 0,
      outputTokens: 0,
      requestsWithOutput: 0,
      latencies: new LatencySet(),
    }));
  }

  take(position: number, flight: Flight): void {
    const entry = this.#classes[position];
    if (entry === undefined) return;
    entry.completed++;
    if (flight.outputTokens !== unset) {
      entry.outputTokens += flight.outputTokens;
      entry.requestsWithOutput++;
    }
    entry.latencies.recordRequest(flight);
  }

  list(): ClassMeasurement[] {
    return this.#classes.map((entry) => ({ ...entry }));
  }
}
