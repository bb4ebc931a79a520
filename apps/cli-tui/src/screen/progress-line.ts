import type { PlannedStage, ProgressField } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { mayColour } from '../command-context.ts';

/** What is shown of a stage while it runs. */
export type StageProgress = {
  readonly stage: PlannedStage;
  readonly position: number;
  readonly total: number;
  readonly read: (field: ProgressField) => number;
};

const terminalTickMillis = 200;
const lineTickMillis = 5000;
const barCells = 20;

/** Progress on stderr: a bar that is drawn over itself on a terminal, a line every five seconds off it. */
export class ProgressLine {
  readonly #context: CommandContext;
  readonly #quiet: boolean;
  readonly #onTerminal: boolean;
  #timer: NodeJS.Timeout | null = null;
  #current: StageProgress | null = null;
  #startedAt = 0;
  #lastTokens = 0;
  #lastAt = 0;
  #drawn = false;

  constructor(context: CommandContext, quiet: boolean) {
    this.#context = context;
    this.#quiet = quiet;
    this.#onTerminal = context.stderr.isTTY === true;
  }

  start(progress: StageProgress): void {
    this.stop();
    this.#current = progress;
    this.#startedAt = performance.now();
    this.#lastAt = this.#startedAt;
    this.#lastTokens = 0;
    if (this.#quiet) return;
    this.#timer = setInterval(() => this.#draw(), this.#onTerminal ? terminalTickMillis : lineTickMillis);
    if (this.#onTerminal) this.#draw();
  }

  /** A line of its own, above the bar. */
  say(text: string): void {
    if (this.#quiet) return;
    this.#erase();
    this.#context.stderr.write(`${text}\n`);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#erase();
  }

  #erase(): void {
    if (this.#drawn) this.#context.stderr.write('\r\u001b[2K');
    this.#drawn = false;
  }

  #draw(): void {
    const current = this.#current;
    if (current === null) return;
    const now = performance.now();
    const tokens = Math.max(current.read('tokens'), current.read('events'));
    const rate = ((tokens - this.#lastTokens) * 1000) / Math.max(1, now - this.#lastAt);
    this.#lastTokens = tokens;
    this.#lastAt = now;
    const elapsed = (now - this.#startedAt) / 1000;
    const text = progressText(current, elapsed, rate, this.#onTerminal ? barCells : 0);
    if (!this.#onTerminal) {
      this.#context.stderr.write(`${text}\n`);
      return;
    }
    const width = this.#context.stderr.columns ?? 80;
    const shown = text.slice(0, Math.max(10, width - 1));
    const styled = mayColour(this.#context.stderr, this.#context.environment)
      ? `\u001b[36m${shown}\u001b[0m`
      : shown;
    this.#context.stderr.write(`\r\u001b[2K${styled}`);
    this.#drawn = true;
  }
}

/** One line: which stage, a bar, time left, events per second, requests so far. */
export function progressText(
  progress: StageProgress,
  elapsedSeconds: number,
  eventsPerSecond: number,
  cells: number,
): string {
  const done = doneShare(progress, elapsedSeconds);
  const left = done === null || done <= 0 ? '' : ` ${timeLeft(elapsedSeconds, done)} left`;
  const bar = cells > 0 && done !== null ? ` ${'█'.repeat(Math.round(done * cells)).padEnd(cells, '░')}` : '';
  const failed = progress.read('failed');
  const requests = `${progress.read('completed')} requests${failed > 0 ? `, ${failed} failed` : ''}`;
  return `[${progress.position + 1}/${progress.total}] ${progress.stage.id}${bar}${left}  ${Math.round(eventsPerSecond)} tok/s  ${requests}`;
}

function doneShare({ stage, read }: StageProgress, elapsedSeconds: number): number | null {
  if (stage.stop.kind === 'requests') {
    const warmup = stage.warmup.kind === 'requests' ? stage.warmup.count : 0;
    return Math.min(1, (read('completed') + read('failed')) / (stage.stop.count + warmup));
  }
  const warmup = stage.warmup.kind === 'duration' ? stage.warmup.micros / 1e6 : 0;
  return Math.min(1, elapsedSeconds / (stage.stop.micros / 1e6 + warmup));
}

const timeLeft = (elapsed: number, done: number): string =>
  `${Math.max(0, Math.ceil(elapsed / done - elapsed))} s`;
