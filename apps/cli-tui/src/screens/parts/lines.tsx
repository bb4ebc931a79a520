import { Box, Transform } from 'ink';
import { memo, type ReactElement } from 'react';
import { fitLine } from './fit-line.ts';
import type { Line } from './line.ts';
import { paintLine } from './paint.ts';
import type { Theme } from './theme.ts';

/**
 * Lines in a fixed room, each cut or filled to the width, no more of them than the height. The library measures every
 * text that it is given character by character, in every picture; lines that are already measured go around that as a
 * transformation of blanks, which makes a large screen several times cheaper.
 */
export const Lines = memo(function Lines(options: {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}): ReactElement | null {
  const { lines, width, height, theme } = options;
  if (width < 1 || height < 1) return null;
  const painted = lines.slice(0, height).map((pieces) => paintLine(fitLine(pieces, width), theme));
  return (
    <Box width={width} height={height} flexShrink={0}>
      <Transform transform={(_, index) => painted[index] ?? ''}>
        {Array(height).fill(' ').join('\n')}
      </Transform>
    </Box>
  );
});
