import { wordsOf } from '../words/words-of.ts';
import { jsonWatcher } from './json-watcher.ts';
import { plainWatcher } from './plain-watcher.ts';
import type { RunContext, WatchedRun } from './run-context.ts';
import { type RunWatcher, silentWatcher } from './run-watcher.ts';

/** The watcher that the context asks for. A screen that cannot start is no reason not to measure: a line stands in for it. */
export async function openWatcher(run: WatchedRun, context: RunContext): Promise<RunWatcher> {
  switch (context.progress) {
    case 'none':
      return silentWatcher;
    case 'json':
      return jsonWatcher({ write: (text) => context.events.write(text), clock: run.clock });
    case 'line':
      return plainWatcher(context);
    case 'screen':
      return screenOrLine(run, context);
  }
}

async function screenOrLine(run: WatchedRun, context: RunContext): Promise<RunWatcher> {
  try {
    // Loaded only for a screen: its library takes longer to load than most commands to run.
    const { openScreenWatcher } = await import('./open-screen-watcher.ts');
    return await openScreenWatcher(run, context);
  } catch (error) {
    const watcher = plainWatcher(context);
    const reason = error instanceof Error ? error.message : String(error);
    watcher.say(`note: ${wordsOf(context.language).liveLog.screenFailed(reason)}`);
    return watcher;
  }
}
