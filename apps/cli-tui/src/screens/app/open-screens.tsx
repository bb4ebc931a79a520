import { render } from 'ink';
import { App } from './app.tsx';
import { appScreens } from './app-screens.ts';
import type { Screen } from './screen.ts';
import { createSuspension } from './terminal-session.ts';
import type { TuiWorld } from './tui-world.ts';
import { watchSignals } from './watch-signals.ts';

/** The terminal, as Node gives it. */
export type Terminal = { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream };

/** Frames a second at most: keys are answered at once, and a frame costs milliseconds. */
const mostFrames = 30;

/**
 * Draws the screens until the person leaves and resolves with the exit code; the terminal is as before then, whatever
 * happened. Rejects where the program itself broke.
 */
export async function openScreens(options: {
  readonly first: readonly Screen[];
  readonly world: TuiWorld;
  readonly terminal: Terminal;
}): Promise<number> {
  const { first, world, terminal } = options;
  const suspension = createSuspension(() => process.kill(0, 'SIGTSTP'));
  let exitCode = 0;
  const leave = (code: number): void => {
    exitCode = code;
    instance.unmount();
  };
  const instance = render(
    <App
      first={first}
      loaders={appScreens}
      world={world}
      suspension={suspension}
      leave={(how) => leave(how === 'done' ? 0 : 130)}
    />,
    {
      stdin: terminal.stdin,
      stdout: terminal.stdout,
      alternateScreen: true,
      // Ink takes a variable CI for a log that nobody looks at.
      interactive: true,
      exitOnCtrlC: false,
      incrementalRendering: true,
      maxFps: mostFrames,
    },
  );
  const unwatch = watchSignals({ leave, redraw: () => suspension.redraw() });
  try {
    await instance.waitUntilExit();
    return exitCode;
  } finally {
    unwatch();
    instance.cleanup();
  }
}
