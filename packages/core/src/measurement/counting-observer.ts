import { type Flight, unset } from '../transport/flight.ts';
import type { TokenObserver } from '../transport/token-observer.ts';

/** Counts the tokens of a text on another thread; `null` when it cannot. */
export type RemoteTokenCount = (text: string) => Promise<number | null>;

/**
 * Stands before a recorder when a tokenizer is known: an answer whose tokens the server did not count is held back until
 * its whole text has been counted elsewhere. Its marks were final before; only the recording waits.
 */
export class CountingObserver implements TokenObserver {
  readonly #recorder: TokenObserver;
  readonly #count: RemoteTokenCount;
  readonly #pending = new Set<Promise<void>>();

  constructor(recorder: TokenObserver, count: RemoteTokenCount) {
    this.#recorder = recorder;
    this.#count = count;
  }

  gap(flight: Flight, chunkGap: number, tokens: number, countedGap: number): void {
    this.#recorder.gap(flight, chunkGap, tokens, countedGap);
  }

  left(flight: Flight): void {
    this.#recorder.left(flight);
  }

  ended(flight: Flight): void {
    if (flight.outputTokens !== unset || flight.escapedText === '') {
      this.#recorder.ended(flight);
      return;
    }
    const counted = this.#countAndRecord(flight).finally(() => this.#pending.delete(counted));
    this.#pending.add(counted);
  }

  /** Settles when nothing is held back any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }

  async #countAndRecord(flight: Flight): Promise<void> {
    const count = await this.#count(unescapeText(flight.escapedText));
    if (count !== null) {
      flight.outputTokens = count;
      flight.tokenSource = 'tokenizer';
    }
    this.#recorder.ended(flight);
  }
}

/** The text of a JSON string's inside. A text that a cut left with half an escape is counted without it. */
function unescapeText(escaped: string): string {
  try {
    return JSON.parse(`"${escaped}"`) as string;
  } catch {
    return escaped.replaceAll('\\n', '\n').replaceAll('\\"', '"');
  }
}
