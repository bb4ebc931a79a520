import { EventEmitter } from 'node:events';
import type { LiveRun } from '../live-run.ts';
import type { RunControls } from '../run-controls.ts';
import { RunSteering } from '../run-steering.ts';
import type { RunWatcher } from '../run-watcher.ts';
import type { LiveAction, LiveScreen } from '../screen-port.ts';
import { ScreenWatcher } from '../screen-watcher.ts';
import { guardTerminal } from '../terminal-guard.ts';
import { newState } from './run-events.ts';

/** What was asked of a run, in order. */
export function recordedControls(asked: string[]): RunControls {
  return {
    stop: () => asked.push('stop'),
    cut: () => asked.push('cut'),
    hold: () => asked.push('hold'),
    release: () => asked.push('release'),
    skip: () => asked.push('skip'),
  };
}

/** A terminal, a keyboard, a clock and a shell that a test holds in its hands. */
export class FakeTerminal {
  readonly steering = new RunSteering();
  readonly asked: string[] = [];
  /** What happened to the terminal: `open`, `close`, `sleep`, and what was said on it. */
  readonly happened: string[] = [];
  readonly pictures: LiveRun[] = [];
  readonly process = new EventEmitter();
  now = 0;
  foreground = true;
  /** The screen throws when it is opened, or drawn. */
  broken: 'no' | 'open' | 'draw' = 'no';
  press: (action: LiveAction) => void = () => {};
  failed: (error: unknown) => void = () => {};
  tick: () => void = () => {};

  watcher(): ScreenWatcher {
    const watcher = new ScreenWatcher(newState(), {
      open: (run, act, failed) => this.#open(run, act, failed),
      steering: this.steering,
      clock: () => this.now,
      everyTick: (tick) => {
        this.tick = tick;
        return () => {
          this.tick = () => {};
        };
      },
      guard: (guarded) => guardTerminal(guarded, this.process),
      sleep: () => this.happened.push('sleep'),
      isForeground: () => this.foreground,
      plain: () => this.#plain(),
    });
    this.steering.attach(recordedControls(this.asked), (event) => watcher.tell(event));
    return watcher;
  }

  #open(run: LiveRun, act: (action: LiveAction) => void, failed: (error: unknown) => void): LiveScreen {
    if (this.broken === 'open') throw new Error('no room');
    this.happened.push('open');
    this.pictures.push(run);
    this.press = act;
    this.failed = failed;
    return {
      update: (picture) => {
        if (this.broken === 'draw') throw new Error('no ink');
        this.pictures.push(picture);
      },
      close: () => this.happened.push('close'),
    };
  }

  #plain(): RunWatcher {
    return {
      tell: (event) => this.happened.push(`told ${event.kind}`),
      say: (text) => this.happened.push(`said ${text}`),
      close: () => {},
    };
  }
}
