import { detectOverSaturation } from '../analysis/steadiness/detect-over-saturation.ts';
import { isSteady } from '../analysis/steadiness/is-steady.ts';
import type { LoadSample } from '../analysis/steadiness/load-sample.ts';
import type { Clock } from '../clock/clock.ts';
import type { PlannedStage } from '../plan/planned-stage.ts';
import type { StageSeries } from '../result/stage-schema.ts';
import type { ProgressField } from './load-worker-protocol.ts';

/** The stage as its workers publish it, and what can be asked of them. */
export type WatchedLoad = {
  progress(field: ProgressField): number;
  endWarmup(at: number): void;
  stop(reason: 'over-saturated'): void;
};

export type StageWatchOptions = {
  readonly stage: PlannedStage;
  readonly load: WatchedLoad;
  readonly clock: Clock;
  /** Whether a level whose queue only grows is stopped. */
  readonly stopWhenSaturated: boolean;
};

const sampleMillis = 250;
/** No level is stopped in its first seconds, in microseconds ... */
const leastWatched = 15_000_000;
/** ... nor before its queue has been seen to grow so often in a row, which is five seconds. */
const growingTicks = 20;
/** Two minutes at four a second; of a longer stage every other sample is left out, again and again. */
const samplesKept = 480;
/** All workers have heard of the warm-up's end by then, in microseconds. */
const warmupLead = 100_000;

/**
 * Looks at a running stage four times a second, on the main thread: ends a warm-up that lasts until the stage is steady,
 * stops a level that is over-saturated, and keeps what it saw as the stage's series. No mark of a request depends on it.
 */
export class StageWatch {
  readonly #options: StageWatchOptions;
  readonly #timer: NodeJS.Timeout;
  #samples: LoadSample[] = [];
  #every = 1;
  #ticks = 0;
  #growingTicks = 0;
  #warmingUp: boolean;
  /** `null` where the warm-up's end is not this watch's to decide. */
  steady: boolean | null;

  constructor(options: StageWatchOptions) {
    this.#options = options;
    this.#warmingUp = options.stage.warmup.kind === 'steady';
    this.steady = this.#warmingUp ? false : null;
    this.#take();
    this.#timer = setInterval(() => this.#tick(), sampleMillis);
  }

  /** The window has opened: a warm-up that was not steady until then never was. */
  windowOpened(): void {
    this.#warmingUp = false;
    this.#take();
  }

  windowClosed(): void {
    this.#take();
  }

  /** Ends the watch and says what it saw. */
  stop(): readonly LoadSample[] {
    clearInterval(this.#timer);
    this.#take();
    return this.#samples;
  }

  #tick(): void {
    this.#ticks++;
    if (this.#ticks % this.#every !== 0) return;
    this.#take();
    const { load, clock, stage, stopWhenSaturated } = this.#options;
    if (this.#warmingUp && isSteady(this.#samples)) {
      this.#warmingUp = false;
      this.steady = true;
      load.endWarmup(clock.now() + warmupLead);
    }
    if (stopWhenSaturated && this.#isOverSaturated(stage.load)) load.stop('over-saturated');
  }

  /** A server that stalled for a while recovers: only a queue that has grown for long, and goes on growing, counts. */
  #isOverSaturated(load: PlannedStage['load']): boolean {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (first === undefined || last === undefined || last.atMicros - first.atMicros < leastWatched)
      return false;
    this.#growingTicks = detectOverSaturation(this.#samples, load) === null ? 0 : this.#growingTicks + 1;
    return this.#growingTicks >= growingTicks;
  }

  #take(): void {
    const { load, clock } = this.#options;
    const atMicros = clock.now();
    const last = this.#samples.at(-1);
    if (last !== undefined && atMicros <= last.atMicros) return;
    this.#samples.push({
      atMicros,
      inFlight: load.progress('inFlight'),
      dispatched: load.progress('dispatched'),
      completed: load.progress('completed'),
      failed: load.progress('failed'),
      // Events: tokens are known when an answer has ended, and only the trend counts here.
      tokens: load.progress('events'),
      firstTokens: load.progress('firstTokens'),
      firstTokenSumMicros: load.progress('firstTokenSum'),
    });
    if (this.#samples.length <= samplesKept) return;
    this.#samples = this.#samples.filter((_, position) => position % 2 === 0);
    this.#every *= 2;
  }
}

/** Samples as the result keeps them. */
export function seriesOf(samples: readonly LoadSample[]): StageSeries {
  return samples.map((sample) => ({
    at: Math.round(sample.atMicros),
    inFlight: sample.inFlight,
    dispatched: sample.dispatched,
    completed: sample.completed,
    failed: sample.failed,
    events: sample.tokens,
    firstTokens: sample.firstTokens,
    firstTokenSum: Math.round(sample.firstTokenSumMicros),
  }));
}
