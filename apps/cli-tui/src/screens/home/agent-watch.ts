import { setTimeout as delay } from 'node:timers/promises';
import type { NamedAgent } from '../app/tui-world.ts';
import { type AskOptions, askAgent } from './ask-agent.ts';
import type { HomeAgent } from './home-agent.ts';

/** How agents are watched. */
export type AgentWatchOptions = Pick<AskOptions, 'noAnswer' | 'patienceSeconds'> & {
  /** Between an answer and the next question, in milliseconds. */
  readonly everyMillis: number;
};

/**
 * Asks each agent again and again, each at its own pace: one that is slow or gone delays nobody. Those who listen hear of
 * changes only.
 */
export class AgentWatch {
  readonly #agents: readonly NamedAgent[];
  readonly #options: AgentWatchOptions;
  readonly #listeners = new Set<() => void>();
  #seen: readonly HomeAgent[];
  #nap = new AbortController();

  constructor(agents: readonly NamedAgent[], options: AgentWatchOptions) {
    this.#agents = agents;
    this.#options = options;
    this.#seen = agents.map(({ url }) => ({ url, health: { kind: 'asking' }, jobs: [] }));
  }

  /** The agents as they were last seen; the same list until one of them changes. */
  readonly seen = (): readonly HomeAgent[] => this.#seen;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to ask; returns how to stop. What was seen stays. */
  start(): () => void {
    const stop = new AbortController();
    this.#agents.forEach((agent, place) => void this.#follow(agent, place, stop.signal));
    return () => stop.abort();
  }

  /** Asks all of them at once instead of at their time. */
  askNow(): void {
    const nap = this.#nap;
    this.#nap = new AbortController();
    nap.abort();
  }

  async #follow(agent: NamedAgent, place: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const before = this.#seen[place];
      if (before === undefined) return;
      const now = await askAgent(agent, before, { ...this.#options, signal });
      if (signal.aborted) return;
      this.#take(now, place);
      const woken = AbortSignal.any([signal, this.#nap.signal]);
      await delay(this.#options.everyMillis, null, { signal: woken, ref: false }).catch(() => null);
    }
  }

  #take(now: HomeAgent, place: number): void {
    if (JSON.stringify(now) === JSON.stringify(this.#seen[place])) return;
    this.#seen = this.#seen.with(place, now);
    for (const listener of this.#listeners) listener();
  }
}
