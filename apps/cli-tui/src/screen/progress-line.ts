import type { CommandContext } from '../command-context.ts';
import { mayColour } from '../command-context.ts';
import { progressText, type StageProgress } from './progress-text.ts';
import { warmupEnd } from './stage-time.ts';
import { terminalText } from './terminal-text.ts';

const tickMillis = 200;
const freshShare = 0.25;
/** Off a terminal a line is written so often; a log is read later. */
const lineMillis = 5000;

/** Progress on stderr: a line that is drawn over itself on a terminal, a new one every five seconds off it. */
export class ProgressLine {
  readonly #context: Pick<CommandContext, 'stderr' | 'environment' | 'language'>;
  readonly #onTerminal: boolean;
  #timer: NodeJS.Timeout | null = null;
  #startedAt = 0;
  #measuringSince: number | null = null;
  #tokensPerSecond = 0;
  #lastTokens = 0;
  #lastAt = 0;
  #drawn = false;

  constructor(context: Pick<CommandContext, 'stderr' | 'environment' | 'language'>) {
    this.#context = context;
    // A dumb terminal writes on and on: a line that is drawn over itself needs one that moves its cursor.
    this.#onTerminal = context.stderr.isTTY === true && context.environment['TERM'] !== 'dumb';
  }

  start(progress: StageProgress): void {
    this.stop();
    this.#startedAt = performance.now();
    this.#measuringSince = null;
    this.#lastAt = this.#startedAt;
    this.#lastTokens = 0;
    this.#tokensPerSecond = 0;
    this.#timer = setInterval(() => this.#tick(progress), tickMillis);
    this.#tick(progress);
  }

  /** A line of its own, above the progress. */
  say(text: string): void {
    this.#erase();
    this.#context.stderr.write(`${terminalText(text)}\n`);
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

  #tick(current: StageProgress): void {
    const now = performance.now();
    const elapsedSeconds = (now - this.#startedAt) / 1000;
    this.#measuringSince ??= warmupEnd(current, elapsedSeconds);
    if (!this.#onTerminal && now - this.#lastAt < lineMillis) return;
    const tokens = Math.max(current.read('tokens'), current.read('events'));
    const fresh = ((tokens - this.#lastTokens) * 1000) / Math.max(1, now - this.#lastAt);
    // A tick holds few events of a slow server: its rate alone would jump about.
    const weight = this.#onTerminal && this.#tokensPerSecond > 0 ? freshShare : 1;
    this.#tokensPerSecond += weight * (fresh - this.#tokensPerSecond);
    this.#lastTokens = tokens;
    this.#lastAt = now;
    this.#write(
      progressText(current, {
        elapsedSeconds,
        measuringSinceSeconds: this.#measuringSince,
        tokensPerSecond: this.#tokensPerSecond,
        columns: this.#onTerminal ? (this.#context.stderr.columns ?? 80) : null,
        language: this.#context.language,
      }),
    );
  }

  #write(text: string): void {
    const { stderr, environment } = this.#context;
    if (!this.#onTerminal) {
      stderr.write(`${text}\n`);
      return;
    }
    stderr.write(`\r\u001b[2K${mayColour(stderr, environment) ? `\u001b[36m${text}\u001b[0m` : text}`);
    this.#drawn = true;
  }
}
