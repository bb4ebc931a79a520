import type { Socket } from 'node:net';
import type { PrecomputedAnswer } from './precomputed-answers.ts';

type Stream = { readonly socket: Socket; sent: number };

/** Ticks of one step; the streams are spread over them by when they began. */
const ticksPerStep = 10;

/**
 * Sends answers at a pace: one token per step to every stream. The streams of a tick are served together, so that
 * 10,000 of them need one timer.
 */
export class AnswerPacer {
  readonly #answer: PrecomputedAnswer;
  readonly #tickMillis: number;
  readonly #ticks: Stream[][] = Array.from({ length: ticksPerStep }, () => []);
  readonly #startedAt = performance.now();
  #ticked = 0;
  /** Token events sent so far. */
  events = 0;

  constructor(answer: PrecomputedAnswer, stepMillis: number) {
    this.#answer = answer;
    this.#tickMillis = stepMillis / ticksPerStep;
    setInterval(() => this.#catchUp(), Math.max(1, Math.floor(this.#tickMillis)));
  }

  /** Begins an answer: its head goes out now, its first token a step later. */
  begin(socket: Socket): void {
    socket.write(this.#answer.head);
    this.#ticks[this.#ticked % ticksPerStep]?.push({ socket, sent: 0 });
  }

  /** A late timer makes up for the ticks that it missed. */
  #catchUp(): void {
    const due = Math.floor((performance.now() - this.#startedAt) / this.#tickMillis);
    for (; this.#ticked < due; this.#ticked++) this.#advance((this.#ticked + 1) % ticksPerStep);
  }

  #advance(tick: number): void {
    const streams = this.#ticks[tick] ?? [];
    this.#ticks[tick] = streams.filter((stream) => this.#send(stream));
  }

  /** Sends the next token; false when it was the last. */
  #send(stream: Stream): boolean {
    const { tokens, end } = this.#answer;
    const bytes = tokens[stream.sent];
    if (bytes === undefined || stream.socket.destroyed) return false;
    stream.sent++;
    this.events++;
    stream.socket.write(bytes);
    if (stream.sent < tokens.length) return true;
    stream.socket.write(end);
    return false;
  }
}
