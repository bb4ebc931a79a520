import type { CommandContext } from '../command-context.ts';
import { mayColour } from '../command-context.ts';
import { progressText, type StageProgress, warmupEnd } from './progress-text.ts';

const terminalTickMillis = 200;
const lineTickMillis = 5000;

/** Progress on stderr: a line that is drawn over itself on a terminal, a new one every five seconds off it. */
export class ProgressLine {
  readonly #context: CommandContext;
  readonly #quiet: boolean;
  readonly #onTerminal: boolean;
  #timer: NodeJS.Timeout | null = null;
  #current: StageProgress | null = null;
  #startedAt = 0;
  #measuringSince: number | null = null;
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
    this.#measuringSince = null;
    this.#lastAt = this.#startedAt;
    this.#lastTokens = 0;
    if (this.#quiet) return;
    this.#timer = setInterval(() => this.#draw(), this.#onTerminal ? terminalTickMillis : lineTickMillis);
    if (this.#onTerminal) this.#draw();
  }

  /** A line of its own, above the progress. */
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
    const text = progressText(current, {
      ...this.#instant(current),
      columns: this.#onTerminal ? (this.#context.stderr.columns ?? 80) : null,
    });
    if (!this.#onTerminal) {
      this.#context.stderr.write(`${text}\n`);
      return;
    }
    const styled = mayColour(this.#context.stderr, this.#context.environment)
      ? `\u001b[36m${text}\u001b[0m`
      : text;
    this.#context.stderr.write(`\r\u001b[2K${styled}`);
    this.#drawn = true;
  }

  #instant(current: StageProgress): {
    elapsedSeconds: number;
    measuringSinceSeconds: number | null;
    tokensPerSecond: number;
  } {
    const now = performance.now();
    const tokens = Math.max(current.read('tokens'), current.read('events'));
    const tokensPerSecond = ((tokens - this.#lastTokens) * 1000) / Math.max(1, now - this.#lastAt);
    this.#lastTokens = tokens;
    this.#lastAt = now;
    const elapsedSeconds = (now - this.#startedAt) / 1000;
    this.#measuringSince ??= warmupEnd(current, elapsedSeconds);
    return { elapsedSeconds, measuringSinceSeconds: this.#measuringSince, tokensPerSecond };
  }
}
