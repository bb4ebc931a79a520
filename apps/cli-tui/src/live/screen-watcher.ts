import type { LiveRun, LiveWindow } from './live-run.ts';
import { pictureOf } from './picture-of.ts';
import { reduceRun } from './reduce-run.ts';
import type { RunState } from './run-state.ts';
import type { RunSteering } from './run-steering.ts';
import type { RunWatcher } from './run-watcher.ts';
import type { LiveAction, LiveScreen } from './screen-port.ts';
import { spokenLines } from './spoken-lines.ts';
import { nextWindow } from './stage-snapshots.ts';
import type { GuardedTerminal } from './terminal-guard.ts';
import type { WatchedEvent } from './watched-event.ts';

/** What a watcher draws with; in the real program the terminal, the clock and the process. */
export type ScreenParts = {
  /** Opens the screen; throws where it cannot. `failed` is called when it cannot draw any more. */
  readonly open: (
    run: LiveRun,
    act: (action: LiveAction) => void,
    failed: (error: unknown) => void,
  ) => LiveScreen;
  readonly steering: RunSteering;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Calls back on the screen's tick; returns how to end it. */
  readonly everyTick: (tick: () => void) => () => void;
  readonly guard: (guarded: GuardedTerminal) => () => void;
  /** Lets the process sleep as Ctrl-Z does, as soon as the screen is wholly closed. */
  readonly sleep: () => void;
  readonly isForeground: () => boolean;
  /** Who shows the run when the screen cannot. */
  readonly plain: () => RunWatcher;
};

/** Lines that wait for the screen to close; of more, the oldest are left out. */
const keptSpoken = 1000;

/** A signal that continues a process is heard within this time of its waking. */
const signalMillis = 1000;

/** The window that a screen starts with, in seconds. */
const firstWindow: LiveWindow = 10;

/**
 * A run on a screen. Events only change the state; a picture is made and drawn on the tick, so however much happens the
 * screen costs the same. What a person should still be able to read afterwards is said when the screen has closed.
 *
 *     opening -> drawing -> closed
 *                  |  ^
 *                  v  |  Ctrl-Z, and continued in the foreground
 *                asleep
 *     drawing -> plain: the screen failed, progress goes on in a line
 */
export class ScreenWatcher implements RunWatcher {
  readonly #parts: ScreenParts;
  readonly #unguard: () => void;
  readonly #endTicks: () => void;
  #state: RunState;
  #window: LiveWindow = firstWindow;
  /** `null` while the process sleeps, and for good once it failed or closed. */
  #screen: LiveScreen | null = null;
  #plain: RunWatcher | null = null;
  #asleepSince: number | null = null;
  #wokenAt: number | null = null;
  #spoken: string[] = [];
  #leftOut = 0;
  #stageStarted: WatchedEvent | null = null;
  #isClosed = false;

  /** Draws the first picture; throws where there can be no screen. */
  constructor(state: RunState, parts: ScreenParts) {
    this.#state = state;
    this.#parts = parts;
    this.#screen = this.#open();
    this.#endTicks = parts.everyTick(() => this.#tick());
    this.#unguard = parts.guard({
      restore: () => this.#closeScreen(),
      hangUp: () => parts.steering.quit(),
      suspend: () => this.#suspend(),
      continued: () => this.#continued(),
    });
  }

  tell(event: WatchedEvent, at: number = this.#parts.clock()): void {
    this.#state = reduceRun(this.#state, event, at);
    if (event.kind === 'stage-started') this.#stageStarted = event;
    else if (event.kind === 'stage-ended') this.#stageStarted = null;
    if (this.#plain !== null) this.#plain.tell(event, at);
    else for (const line of spokenLines(event, this.#state.words)) this.#keep(line);
  }

  say(text: string): void {
    if (this.#plain !== null) this.#plain.say(text);
    else {
      this.#keep(text);
      this.#note(text.replace(/^note: /, ''));
    }
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#endTicks();
    this.#unguard();
    this.#closeScreen();
    const plain = this.#plain ?? this.#inWords();
    plain.close();
  }

  #open(): LiveScreen {
    const { open } = this.#parts;
    return open(
      this.#picture(),
      (action) => this.#act(action),
      (error) => this.#fail(error),
    );
  }

  #picture(): LiveRun {
    return pictureOf(this.#state, this.#parts.clock(), this.#window);
  }

  #tick(): void {
    this.#wake();
    try {
      this.#screen?.update(this.#picture());
    } catch (error) {
      this.#fail(error);
    }
  }

  #act(action: LiveAction): void {
    const { steering } = this.#parts;
    switch (action) {
      case 'quit':
        steering.quit();
        break;
      case 'pause':
        steering.pause(this.#state.held);
        break;
      case 'skip':
        this.#skip();
        break;
      case 'suspend':
        this.#suspend();
        break;
      default:
        this.#window = windowAfter(action, this.#window);
        this.#tick();
    }
  }

  #skip(): void {
    if (this.#state.track === null || this.#state.ending !== 'no') return;
    this.#note(this.#state.words.liveLog.skipped);
    this.#parts.steering.skip();
  }

  /** The terminal is given back before the process sleeps: a shell must find it as it was. */
  #suspend(): void {
    if (this.#asleepSince !== null || this.#screen === null) return;
    this.#closeScreen();
    this.#asleepSince = this.#parts.clock();
    this.#wokenAt = null;
    this.#parts.sleep();
  }

  /** Continued in the background (`bg`) the screen waits until it is in front of the terminal again. */
  #wake(): void {
    const since = this.#asleepSince;
    if (since === null) return;
    const now = this.#parts.clock();
    this.#wokenAt ??= now;
    if (!this.#parts.isForeground()) return;
    const seconds = Math.round((this.#wokenAt - since) / 1000);
    this.#asleepSince = null;
    this.#wokenAt = now;
    if (seconds > 0) this.say(this.#state.words.progress.note(this.#state.words.liveLog.suspended(seconds)));
    this.#reopen();
  }

  /**
   * Stopped by what cannot be caught, and continued: nobody knows what the terminal was left in. The tick opens the screen
   * again, because a screen is not wholly closed before this turn of the event loop is over. Where the tick has woken the
   * process already, its own signal comes behind.
   */
  #continued(): void {
    const now = this.#parts.clock();
    if (this.#asleepSince !== null) {
      this.#wake();
      return;
    }
    if (this.#screen === null || (this.#wokenAt !== null && now - this.#wokenAt < signalMillis)) return;
    this.#closeScreen();
    this.#asleepSince = now;
    this.#wokenAt = null;
  }

  #reopen(): void {
    try {
      this.#screen = this.#open();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#plain !== null || this.#isClosed) return;
    this.#closeScreen();
    const plain = this.#inWords();
    this.#plain = plain;
    const reason = error instanceof Error ? error.message : String(error);
    plain.say(this.#state.words.progress.note(this.#state.words.liveLog.screenFailed(reason)));
    if (this.#stageStarted !== null) plain.tell(this.#stageStarted);
  }

  /** What was said so far, in plain lines. */
  #inWords(): RunWatcher {
    const plain = this.#parts.plain();
    if (this.#leftOut > 0) plain.say(`(${this.#leftOut} earlier lines are left out)`);
    for (const line of this.#spoken) plain.say(line);
    this.#spoken = [];
    return plain;
  }

  #closeScreen(): void {
    const screen = this.#screen;
    this.#screen = null;
    screen?.close();
  }

  #keep(line: string): void {
    this.#spoken.push(line);
    if (this.#spoken.length <= keptSpoken) return;
    this.#spoken.shift();
    this.#leftOut++;
  }

  #note(text: string): void {
    this.#state = reduceRun(this.#state, { kind: 'note', text }, this.#parts.clock());
  }
}

function windowAfter(
  action: 'longer-window' | 'shorter-window' | 'whole-stage',
  window: LiveWindow,
): LiveWindow {
  if (action === 'whole-stage') return null;
  return nextWindow(window, action === 'longer-window' ? 'longer' : 'shorter');
}
