import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { LiveAction } from '../../live/screen-port.ts';
import { LiveScreen } from '../live/live-screen.tsx';
import { Lines } from '../parts/lines.tsx';
import type { Look } from '../parts/look.ts';
import type { ScreenSize } from '../parts/too-small.ts';
import { type JobHead, jobHeadLines } from './job-lines.ts';
import type { JobView } from './job-view.ts';

/** A job's run with what only a job has over its first lines: its state, questions, how it ended. */
export function JobPanels(options: {
  readonly view: JobView;
  readonly head: JobHead;
  readonly size: ScreenSize;
  readonly look: Look;
  readonly act: (action: LiveAction) => void;
}): ReactElement {
  const { view, head, size, look, act } = options;
  const over = jobHeadLines(view, head, size.columns, look);
  const height = Math.min(over.length, size.rows);
  return (
    <Box width={size.columns} height={size.rows} overflow="hidden">
      <LiveScreen run={view.run} size={size} look={look} act={act} framed={true} />
      <Box position="absolute" top={0} left={0}>
        <Lines lines={over} width={size.columns} height={height} theme={look.theme} />
      </Box>
    </Box>
  );
}
