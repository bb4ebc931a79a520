import type { JobEvent } from '@kneepoint/runner-agent';

/** Events that come only while they happen: what they say of the time is true now. */
const passing: readonly JobEvent['kind'][] = ['progress', 'probe', 'server'];

/**
 * The agent's clock as it is seen from here: its events carry its own times, and a picture needs its present instant. Hosts'
 * clocks differ by minutes at times, and what happened before a listener came is told late; so only events that are never
 * told late say how far the clocks are apart, and of these the one that came the fastest.
 */
export class AgentClock {
  /** Here minus there, in milliseconds; `null` before anything said so: the clocks are taken to agree. */
  #ahead: number | null = null;
  #newest = Number.NEGATIVE_INFINITY;

  /** When an event happened, by the agent's clock; `here` is when it came. `null` for one that carries no time. */
  hear(event: JobEvent, here: number): number | null {
    if (!('at' in event)) return null;
    const there = Date.parse(event.at);
    if (Number.isNaN(there)) return null;
    this.#newest = Math.max(this.#newest, there);
    if (passing.includes(event.kind)) this.#ahead = Math.min(this.#ahead ?? here - there, here - there);
    return there;
  }

  /** The present instant of the agent's clock; never before its newest event. */
  now(here: number): number {
    return Math.max(this.#newest, here - (this.#ahead ?? 0));
  }
}
