import { Box, Text } from 'ink';
import { memo, type ReactElement } from 'react';
import { fitLine } from './fit-line.ts';
import type { Line } from './line.ts';
import { paintLines } from './paint.ts';
import type { Theme } from './theme.ts';

/** Lines in a fixed room: one node of text, each line cut or filled to the width, no more lines than the height. */
export const Lines = memo(function Lines(options: {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}): ReactElement {
  const { lines, width, height, theme } = options;
  const fitted = lines.slice(0, height).map((pieces) => fitLine(pieces, width));
  return (
    <Box width={width} height={height} flexShrink={0} overflow="hidden">
      <Text wrap="truncate">{paintLines(fitted, theme)}</Text>
    </Box>
  );
});
