import type { MessageLanguage } from '../words/message-language.ts';
import type { LiveRun } from './live-run.ts';

/** What a person asks of a live screen that is not the screen's own affair; `?`, tab and scrolling are. */
export type LiveAction =
  /** `q`, and Ctrl-C: once lets what is in flight end, twice cuts it. */
  | 'quit'
  /** `p`: waits after the stage that runs, or goes on. */
  | 'pause'
  /** `s`: ends the stage that runs. */
  | 'skip'
  /** `+`, `-`, `a`: the window of the live latencies. */
  | 'longer-window'
  | 'shorter-window'
  | 'whole-stage'
  /** Ctrl-Z: the terminal is given back and the process sleeps until it is continued. */
  | 'suspend';

/** What a live screen is opened with. */
export type LiveScreenOptions = {
  readonly language: MessageLanguage;
  /** The terminal: stderr, because stdout is the result's. */
  readonly terminal: NodeJS.WriteStream;
  readonly keyboard: NodeJS.ReadStream;
  readonly environment: NodeJS.ProcessEnv;
  /** The first picture. */
  readonly run: LiveRun;
  readonly act: (action: LiveAction) => void;
  /** Called when the screen cannot draw any more; the run goes on without it. */
  readonly failed: (error: unknown) => void;
};

/** A live screen that stands. */
export type LiveScreen = {
  /** Called on a tick of a few a second. */
  update(run: LiveRun): void;
  /** Gives the terminal back: synchronously as far as it can, because a process may be about to end. Harmless twice. */
  close(): void;
};

/** `openLiveScreen` of `screens/live/open-live-screen.tsx`; throws where it cannot start. */
export type OpenLiveScreen = (options: LiveScreenOptions) => LiveScreen;
