import { type Flight, unset } from '../transport/flight.ts';

/** An answer kept for a reader and for the checks of its quality. Its index is that of its request. */
export type KeptAnswer = {
  readonly index: number;
  readonly text: string;
  readonly outputTokens: number | null;
  /** Of these; `null` where the server does not say. */
  readonly reasoningTokens: number | null;
  /** The server's word for why it ended. */
  readonly finishReason: string | null;
  /** Output tokens per second from send to last token. */
  readonly requestSpeed: number | null;
};

/** What a reader gets to see of a completed request. */
function keptAnswer(flight: Flight): KeptAnswer {
  const duration = flight.lastToken - flight.sent;
  const known = flight.outputTokens > 0 && duration > 0;
  return {
    index: flight.attempt.index,
    text: flight.text,
    outputTokens: flight.outputTokens === unset ? null : flight.outputTokens,
    reasoningTokens: flight.reasoningTokens === unset ? null : flight.reasoningTokens,
    finishReason: flight.finishReason,
    requestSpeed: known ? (flight.outputTokens * 1e6) / duration : null,
  };
}

/** Characters of kept answers at most: some megabytes, whatever a server sends. */
const characterLimit = 2_000_000;

/** Keeps the first answers of a stage, as far as there is room. */
export class AnswerShelf {
  readonly kept: KeptAnswer[] = [];
  readonly #places: number;
  #characters = 0;

  /** @param places how many answers to keep */
  constructor(places: number) {
    this.#places = places;
  }

  take(flight: Flight): void {
    if (this.kept.length >= this.#places) return;
    if (this.#characters + flight.text.length > characterLimit) return;
    this.#characters += flight.text.length;
    this.kept.push(keptAnswer(flight));
  }
}
