import { setTimeout as delay } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';
import { kneepointPath, newFolder } from './run-kneepoint.ts';

/** How a terminal is opened. */
export type TerminalOptions = {
  readonly columns?: number;
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
  /** Another program than `kneepoint`: a shell that starts it. */
  readonly program?: string;
};

/** How what ran in a terminal ended. */
export type TerminalEnd = { readonly code: number; readonly signal: number };

const pollMillis = 25;
const restMillis = 200;
const restMoments = 10;
/** Ends a wait that nothing will end, with what the screen shows: a test's own limit would not say that. */
const longestWaitMillis = 60_000;

/**
 * `kneepoint` in a real pseudo-terminal, seen through a real terminal's eyes: bytes go through an emulator, and what it
 * shows is compared.
 */
export class TerminalSession {
  readonly #process: IPty;
  readonly #terminal: InstanceType<typeof headless.Terminal>;
  #bytes = '';
  #end: TerminalEnd | null = null;
  readonly ended: Promise<TerminalEnd>;

  constructor(words: readonly string[], options: TerminalOptions = {}) {
    const { columns: cols = 80, rows = 24, environment = {} } = options;
    this.#terminal = new headless.Terminal({ cols, rows, allowProposedApi: true });
    const own = options.program === undefined;
    this.#process = spawn(options.program ?? process.execPath, own ? [kneepointPath, ...words] : [...words], {
      name: environment['TERM'] ?? 'xterm-256color',
      cols,
      rows,
      cwd: options.directory ?? newFolder(),
      env: {
        PATH: process.env['PATH'] ?? '',
        TERM: 'xterm-256color',
        LANG: 'en_US.UTF-8',
        HOME: newFolder(),
        XDG_DATA_HOME: newFolder(),
        ...environment,
      },
    });
    this.#process.onData((piece) => {
      this.#bytes += piece;
      this.#terminal.write(piece);
    });
    this.ended = new Promise((resolve) => {
      this.#process.onExit(({ exitCode, signal }) => {
        this.#end = { code: exitCode, signal: signal ?? 0 };
        resolve(this.#end);
      });
    });
  }

  get processId(): number {
    return this.#process.pid;
  }

  /** All bytes so far, escape sequences and all. */
  get bytes(): string {
    return this.#bytes;
  }

  /** Whether the program draws on the alternate screen now. */
  get isAlternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  /** The lines of the screen, without the spaces at their ends. */
  lines(): string[] {
    const { active } = this.#terminal.buffer;
    return Array.from(
      { length: this.#terminal.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    );
  }

  /** What the screen shows. */
  text(): string {
    return this.lines().join('\n');
  }

  /** All that was printed on the normal screen, what has scrolled away too. */
  scrollback(): string {
    const { normal } = this.#terminal.buffer;
    return Array.from(
      { length: normal.length },
      (_, row) => normal.getLine(row)?.translateToString(true) ?? '',
    ).join('\n');
  }

  /** Presses keys. */
  press(keys: string): void {
    this.#process.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#process.resize(columns, rows);
    this.#terminal.resize(columns, rows);
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.#process.pid, name);
  }

  /** Waits until the screen shows a text; throws with the screen when it never does. */
  async shows(expected: string | RegExp): Promise<void> {
    await this.until(
      () => (typeof expected === 'string' ? this.text().includes(expected) : expected.test(this.text())),
      `the screen to show ${expected}`,
    );
  }

  /** Waits until nothing has been written for a moment; a screen that never rests is taken as it is after a few. */
  async rests(): Promise<void> {
    for (let moment = 0; moment < restMoments; moment++) {
      const before = this.#bytes.length;
      await delay(restMillis);
      if (this.#bytes.length === before) return;
    }
  }

  /** Waits until something holds; throws with the screen when it never does, or when the program ends before. */
  async until(holds: () => boolean, what: string): Promise<void> {
    const giveUp = performance.now() + longestWaitMillis;
    while (!holds()) {
      const gone = this.#end !== null && !holds();
      if (gone || performance.now() > giveUp)
        throw new Error(
          `waited in vain for ${what}${gone ? `; the program ended: ${JSON.stringify(this.#end)}` : ''}\n${this.text()}`,
        );
      await delay(pollMillis);
    }
  }

  /** Ends what still runs. */
  close(): void {
    if (this.#end === null) this.#process.kill('SIGKILL');
  }
}
