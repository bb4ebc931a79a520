import { useApp, useWindowSize } from 'ink';
import type { ReactElement } from 'react';
import { Frame, type FrameOptions } from './frame.tsx';
import type { Suspension } from './terminal-session.ts';

/** What the program is given: the frame's, but for what the terminal itself says. */
export type AppOptions = Omit<FrameOptions, 'columns' | 'rows' | 'suspend'> & {
  readonly suspension: Suspension;
};

/** The frame over the whole terminal, as large as it is now. */
export function App({ suspension, ...options }: AppOptions): ReactElement {
  const { columns, rows } = useWindowSize();
  const { suspendTerminal } = useApp();
  suspension.use(suspendTerminal);
  return <Frame {...options} columns={columns} rows={rows} suspend={() => suspension.stop()} />;
}
