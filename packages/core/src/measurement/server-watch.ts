import type { Clock } from '../clock/clock.ts';
import type { Timers } from '../load/stage-load.ts';
import type { PlainAnswer } from './http-get.ts';
import { readServerMetrics } from './server-metrics.ts';
import { type ServerObservation, type ServerSample, sampleOf } from './server-observation.ts';
import { ServerSamples } from './server-samples.ts';

/** Asks a server for its metrics; rejects when there is no answer in time. */
export type AskMetrics = (timeoutMillis: number) => Promise<PlainAnswer>;

/** What a watch is made of. */
export type ServerWatchOptions = {
  /** The run's clock: samples bear its instants. */
  readonly clock: Clock;
  readonly timers: Pick<Timers, 'after'>;
  readonly ask: AskMetrics;
  /** Called with each sample as it comes. */
  readonly sampled?: (sample: ServerSample) => void;
};

const intervalMicros = 1_000_000;
/** A server that is slow to answer is asked up to this much less often. */
const largestPause = 32;
/** Writing its metrics must not take a server more than a tenth of its time. */
const slowAnswerMicros = 100_000;
const patienceMillis = 1000;
/** Before and after the load an answer disturbs nothing, and those two samples carry the stage's totals. */
const edgePatienceMillis = 5000;
/** Ten minutes at one a second; a longer stage merges neighbours. */
const samplesKept = 600;

/**
 * Looks at a server's own metrics while a stage runs: one sample before the load, one each second, one after it.
 *
 *     start()            mark()                        mark()        stop()
 *       s----s----s----s----s-s----s----s----s----s----s--s----s----s
 *                      |open ====== measurement window ===|close
 *
 * It never asks before the last answer is there. A server that takes more than 100 ms to answer is asked half as often,
 * again and again, and more often again when it is quick. Nothing here throws or fails a run.
 */
export class ServerWatch {
  readonly #options: ServerWatchOptions;
  readonly #samples = new ServerSamples(samplesKept);
  #pause = 1;
  #missed = 0;
  #reason: string | null = null;
  #timer: { cancel(): void } | null = null;
  #asking: Promise<void> | null = null;
  #marked = false;
  #running = false;

  constructor(options: ServerWatchOptions) {
    this.#options = options;
  }

  /** Takes the sample before the load; a server without metrics is not asked again. */
  async start(): Promise<void> {
    this.#running = true;
    await this.#take(edgePatienceMillis, true);
  }

  /**
   * Takes a sample now, besides the one each second, and keeps it as it is: call it when the measurement window opens and
   * when it closes, so that the window's counts begin and end there.
   */
  mark(): void {
    if (!this.#running || this.#isHopeless()) return;
    this.#marked = true;
    if (this.#asking === null) void this.#take(patienceMillis, true);
  }

  /** Takes the sample after the load and says what was seen. */
  async stop(): Promise<ServerObservation> {
    this.#running = false;
    await this.#asking;
    if (!this.#isHopeless()) await this.#take(edgePatienceMillis, true);
    return { samples: this.#samples.list(), missed: this.#missed, reason: this.#reason };
  }

  /** The route is not there: asking again would not change that. */
  #isHopeless(): boolean {
    return this.#samples.list().length === 0 && this.#reason !== null;
  }

  #take(timeoutMillis: number, kept: boolean): Promise<void> {
    this.#timer?.cancel();
    this.#marked = false;
    const asking = this.#ask(timeoutMillis, kept).then((askedAt) => {
      this.#asking = null;
      if (this.#running && !this.#isHopeless()) this.#plan(askedAt);
    });
    this.#asking = asking;
    return asking;
  }

  async #ask(timeoutMillis: number, kept: boolean): Promise<number> {
    const { clock, ask } = this.#options;
    const askedAt = clock.now();
    try {
      const answer = await ask(timeoutMillis);
      const answeredAt = clock.now();
      if (answer.status === 200) {
        const sample = sampleOf(readServerMetrics(answer.text), askedAt, answeredAt);
        this.#samples.add(sample, kept);
        this.#options.sampled?.(sample);
        this.#adapt(answeredAt - askedAt > slowAnswerMicros);
        return askedAt;
      }
      this.#miss(`the server answers ${answer.status} at /metrics`);
    } catch {
      this.#miss('the server did not answer at /metrics in time');
    }
    return askedAt;
  }

  #miss(reason: string): void {
    this.#missed++;
    this.#reason = reason;
    this.#adapt(true);
  }

  #adapt(slow: boolean): void {
    this.#pause = slow ? Math.min(largestPause, this.#pause * 2) : Math.max(1, this.#pause / 2);
  }

  #plan(askedAt: number): void {
    if (this.#marked) {
      void this.#take(patienceMillis, true);
      return;
    }
    const passed = this.#options.clock.now() - askedAt;
    this.#timer = this.#options.timers.after(Math.max(0, this.#pause * intervalMicros - passed), () => {
      // What would have been asked in the pause.
      this.#missed += this.#pause - 1;
      void this.#take(patienceMillis, false);
    });
  }
}
