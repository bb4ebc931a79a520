import { render, useWindowSize } from 'ink';
import type { ReactElement } from 'react';
import type { LiveRun } from '../../live/live-run.ts';
import type {
  LiveScreenOptions,
  LiveScreen as OpenedScreen,
  OpenLiveScreen,
} from '../../live/screen-port.ts';
import { type Look, lookOf } from '../parts/look.ts';
import { LiveScreen } from './live-screen.tsx';

/** Pictures a second at most, so that a held key costs no more than a busy run. */
const mostFrames = 10;

/** Takes the terminal's other screen and draws a run on it until it is closed. */
export const openLiveScreen: OpenLiveScreen = (options): OpenedScreen => {
  const look = lookOf(options.language, options.environment);
  const view = (run: LiveRun): ReactElement => <Terminal run={run} look={look} act={options.act} />;
  const screen = render(view(options.run), {
    stdout: options.terminal,
    stdin: options.keyboard,
    stderr: options.terminal,
    alternateScreen: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    incrementalRendering: true,
    maxFps: mostFrames,
  });
  // A picture that cannot be drawn ends ink by itself; whoever opened the screen goes on without it.
  screen.waitUntilExit().catch(options.failed);
  let isOpen = true;
  // A smaller terminal keeps lines that the library believes to be elsewhere: all is wiped before it draws again.
  const wipe = (): void => {
    screen.clear();
    options.terminal.write('\u001b[2J\u001b[H');
  };
  options.terminal.prependListener('resize', wipe);
  return {
    update(run) {
      if (isOpen) screen.rerender(view(run));
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      options.terminal.off('resize', wipe);
      screen.unmount();
    },
  };
};

function Terminal(options: {
  readonly run: LiveRun;
  readonly look: Look;
  readonly act: LiveScreenOptions['act'];
}): ReactElement {
  const { columns, rows } = useWindowSize();
  return <LiveScreen {...options} size={{ columns, rows }} />;
}
