import type { Random } from '../../../random/create-random.ts';
import type { LoadSample } from '../load-sample.ts';

const sampleSeconds = 0.25;

/**
 * A server that works in steps: each gives one token to every running request and takes base + perSequence * running
 * seconds. With base 0 and no cap it shares its capacity among all (processor sharing); with perSequence 0 and no cap it
 * is as fast under any load.
 */
export type SimulatedServer = {
  readonly baseSeconds: number;
  readonly perSequenceSeconds: number;
  readonly maximumRunning: number;
  readonly tokensOf: (random: Random) => number;
};

type Flight = { readonly arrivedAt: number; left: number; started: boolean };

/** Arrivals of a Poisson process from 0 on, in seconds. */
export function poissonArrivals(perSecond: number, seconds: number, random: Random): number[] {
  const arrivals: number[] = [];
  for (let at = random.exponential(1 / perSecond); at < seconds; at += random.exponential(1 / perSecond))
    arrivals.push(at);
  return arrivals;
}

/** What a watcher sees of an open loop at the server. */
export function simulateOpenLoop(
  server: SimulatedServer,
  arrivals: readonly number[],
  seconds: number,
  random: Random,
): LoadSample[] {
  return new Simulation(server, random).run(arrivals, seconds, false);
}

/** What a watcher sees of so many users who all begin at 0 and ask again at once. */
export function simulateClosedLoop(
  server: SimulatedServer,
  users: number,
  seconds: number,
  random: Random,
): LoadSample[] {
  return new Simulation(server, random).run(Array(users).fill(0), seconds, true);
}

class Simulation {
  readonly #server: SimulatedServer;
  readonly #random: Random;
  #running: Flight[] = [];
  #waiting: Flight[] = [];
  readonly #samples: LoadSample[] = [];
  #dispatched = 0;
  #completed = 0;
  #tokens = 0;
  #firstTokens = 0;
  #firstTokenSum = 0;

  constructor(server: SimulatedServer, random: Random) {
    this.#server = server;
    this.#random = random;
  }

  run(arrivals: readonly number[], seconds: number, again: boolean): LoadSample[] {
    let now = 0;
    let next = 0;
    while (now < seconds) {
      for (let at = arrivals[next]; at !== undefined && at <= now; at = arrivals[next]) {
        this.#arrive(at);
        next++;
      }
      this.#admit();
      const idleUntil = Math.min(arrivals[next] ?? seconds, seconds);
      const end = this.#running.length === 0 ? idleUntil : now + this.#stepSeconds();
      this.#sampleUntil(end);
      if (this.#running.length > 0) this.#step(end, again);
      now = end;
    }
    return this.#samples;
  }

  #stepSeconds(): number {
    return this.#server.baseSeconds + this.#server.perSequenceSeconds * this.#running.length;
  }

  #arrive(at: number): void {
    this.#dispatched++;
    this.#waiting.push({ arrivedAt: at, left: this.#server.tokensOf(this.#random), started: false });
  }

  #admit(): void {
    const room = this.#server.maximumRunning - this.#running.length;
    if (room <= 0 || this.#waiting.length === 0) return;
    this.#running.push(...this.#waiting.splice(0, room));
  }

  #step(end: number, again: boolean): void {
    const ended: Flight[] = [];
    for (const flight of this.#running) {
      this.#tokens++;
      flight.left--;
      if (!flight.started) {
        flight.started = true;
        this.#firstTokens++;
        this.#firstTokenSum += end - flight.arrivedAt;
      }
      if (flight.left <= 0) ended.push(flight);
    }
    if (ended.length === 0) return;
    this.#completed += ended.length;
    this.#running = this.#running.filter((flight) => flight.left > 0);
    if (again) for (const _ of ended) this.#arrive(end);
  }

  /** Samples fall where no step ends: what they show is what was before the step. */
  #sampleUntil(end: number): void {
    while (this.#samples.length * sampleSeconds < end) {
      this.#samples.push({
        atMicros: this.#samples.length * sampleSeconds * 1e6,
        inFlight: this.#running.length + this.#waiting.length,
        dispatched: this.#dispatched,
        completed: this.#completed,
        failed: 0,
        tokens: this.#tokens,
        firstTokens: this.#firstTokens,
        firstTokenSumMicros: this.#firstTokenSum * 1e6,
      });
    }
  }
}
