import { columnsOf } from './columns-of.ts';
import { fitLine } from './fit-line.ts';
import type { KeyHint } from './key-hints.ts';
import { type Line, span } from './line.ts';
import type { Look } from './look.ts';
import { panelLines } from './panel-lines.ts';

/** The keys of a screen as a panel of the given size at most, in the middle of it. */
export function helpLines(
  keys: readonly KeyHint[],
  size: { readonly width: number; readonly height: number },
  look: Look,
): readonly Line[] {
  const { words, theme } = look;
  const column = Math.max(...keys.map(({ key }) => columnsOf(key)), 0);
  const lines = [
    ...keys.map(({ key, does }) => [...fitLine([span(key, 'accent')], column), span(`  ${does}`)]),
    [],
    [span(words.live.closeHelp, 'muted')],
  ];
  const widest = Math.max(
    ...lines.map((pieces) => pieces.reduce((sum, { text }) => sum + columnsOf(text), 0)),
  );
  const width = Math.min(size.width, widest + 4);
  const height = Math.min(size.height, lines.length + 2);
  const panel = panelLines({
    title: words.live.keys,
    lines,
    width,
    height,
    focused: true,
    marks: theme.marks,
  });
  const above = Math.floor((size.height - height) / 2);
  const before = ' '.repeat(Math.floor((size.width - width) / 2));
  return [...Array.from({ length: above }, () => []), ...panel.map((pieces) => [span(before), ...pieces])];
}
