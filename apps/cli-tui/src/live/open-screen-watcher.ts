import { isForeground } from '../flags/progress-flags.ts';
import { wordsOf } from '../words/words-of.ts';
import { plainWatcher } from './plain-watcher.ts';
import type { RunContext, WatchedRun } from './run-context.ts';
import { startRun } from './run-state.ts';
import { ScreenWatcher } from './screen-watcher.ts';
import { sleepAsCtrlZ } from './sleep-as-ctrl-z.ts';
import { guardTerminal } from './terminal-guard.ts';

const tickMillis = 250;

/** A terminal that was closed has no keys any more; the run ends by the signal that says so, with its result on disk. */
function ignoreHungUp(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EIO') throw error;
}

/** A watcher on this process's terminal; rejects where there can be no screen. */
export async function openScreenWatcher(
  { name, steering, clock }: WatchedRun,
  context: RunContext,
): Promise<ScreenWatcher> {
  const { openLiveScreen } = await import('../screens/live/open-live-screen.tsx');
  const { language, environment } = context;
  process.stdin.on('error', ignoreHungUp);
  const state = startRun({ name, at: clock(), words: wordsOf(language) });
  return new ScreenWatcher(state, {
    open: (run, act, failed) =>
      openLiveScreen({
        language,
        environment,
        terminal: process.stderr,
        keyboard: process.stdin,
        run,
        act,
        failed,
      }),
    steering,
    clock,
    everyTick: (tick) => {
      const timer = setInterval(tick, tickMillis);
      return () => clearInterval(timer);
    },
    guard: guardTerminal,
    // What a screen leaves for the end of this turn of the event loop is done before the process sleeps.
    sleep: () => setImmediate(sleepAsCtrlZ),
    isForeground,
    plain: () => plainWatcher(context),
  });
}
