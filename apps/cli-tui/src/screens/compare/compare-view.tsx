import type { Result } from '@kneepoint/core';
import { type ReactElement, useCallback, useEffect, useMemo, useState } from 'react';
import type { Line } from '../parts/line.ts';
import { Lines } from '../parts/lines.tsx';
import type { Look } from '../parts/look.ts';
import { type PressedKey, useKeys } from '../parts/use-keys.ts';
import { narrowest } from '../result/chapter-menu.ts';
import { pageLines } from '../result/page-lines.ts';
import { resultBook } from '../result/result-book.ts';
import { typingAction } from '../result/result-keys.ts';
import { statusLine } from '../result/status-line.ts';
import { useLater } from '../result/use-later.ts';
import { usePlace } from '../result/use-place.ts';
import { useSpokenLook } from '../result/use-spoken-look.ts';
import { useWritten } from '../result/use-written.ts';
import { chooseLines } from './choose-lines.ts';
import { compareBlocks } from './compare-blocks.ts';
import { compareHead } from './compare-head.ts';
import { compareAction } from './compare-keys.ts';
import { compareMarkdown } from './compare-markdown.ts';
import { sidesOf } from './compared-sides.ts';
import { comparisonOf, type SideComparison } from './comparison.ts';
import { useChoice } from './use-choice.ts';

/** What the screen of a comparison is given. */
export type CompareViewOptions = {
  /** At least one; with one its targets are held against each other. */
  readonly results: readonly Result[];
  readonly columns: number;
  readonly rows: number;
  readonly look: Look;
  /** Writes a text to a new file; says where. Rejects with why it could not. */
  writeMarkdown(text: string): Promise<string>;
  /** While `true` every key belongs to this screen. */
  takeKeys(taken: boolean): void;
};

/** Results held against each other: a metric at a time, with its table, its chart, and what cannot be compared. */
export function CompareView(options: CompareViewOptions): ReactElement {
  const { results, columns, rows, takeKeys } = options;
  const [look, turnLanguage] = useSpokenLook(options.look);
  const { words, theme } = look;
  const sides = useMemo(() => sidesOf(results), [results]);
  const [{ choice, cursor }, chooser] = useChoice(sides);
  const compared = useLater(useCallback(() => ({ of: comparisonOf(sides, choice) }), [sides, choice]));
  const comparison = compared?.of ?? null;
  const [at, setAt] = useState(0);
  const metrics = comparison?.metrics ?? [];
  const place = metrics.length === 0 ? 0 : ((at % metrics.length) + metrics.length) % metrics.length;
  const missing = compared === null ? words.result.judging : words.compare.oneSide;
  const book = useBook({ comparison, place, missing }, { columns, rows, look });
  const [state, act] = usePlace(book);
  const written = useWritten(words.result, () => writeComparison(comparison, options.writeMarkdown, words));
  const isTaken = cursor !== null || state.typing !== null;
  useEffect(() => {
    takeKeys(isTaken);
    return () => takeKeys(false);
  }, [isTaken, takeKeys]);
  useKeys((pressed: PressedKey) => {
    const { typing } = act(null);
    written.putAway();
    if (typing !== null) act(typingAction(pressed, typing));
    else if (chooser.now().cursor !== null) chooser.press(pressed);
    else perform(pressed);
  });
  const perform = (pressed: PressedKey): void => {
    const action = compareAction(pressed);
    if (action?.kind === 'read') act(action.action);
    else if (action?.kind === 'metric') setAt((before) => before + action.by);
    else if (action?.kind === 'choose') chooser.open();
    else if (action?.kind === 'next-baseline') chooser.nextBaseline();
    else if (action?.kind === 'language') turnLanguage();
    else if (action?.kind === 'write') written.begin();
  };
  const room = { width: columns, height: Math.max(1, rows - 2), marks: theme.marks };
  const body: readonly Line[] =
    cursor === null
      ? pageLines(state, book)
      : chooseLines(sides, { choice, cursor }, { words: words.compare, room });
  const lines: readonly Line[] = [
    compareHead(metrics, place, { words: words.compare, width: columns, marks: theme.marks }),
    ...Array.from({ length: room.height }, (_, index) => body[index] ?? []),
    statusLine(state, { page: undefined, book, note: written.note, words }, columns),
  ];
  return <Lines lines={lines} width={columns} height={rows} theme={theme} />;
}

/** The page of a metric, laid out for the room; a sentence where there is no comparison. */
function useBook(
  shown: { readonly comparison: SideComparison | null; readonly place: number; readonly missing: string },
  { columns, rows, look }: { readonly columns: number; readonly rows: number; readonly look: Look },
) {
  const { comparison, place, missing } = shown;
  const isNarrow = columns < narrowest;
  const blocks = useMemo(
    () =>
      comparison === null
        ? [{ kind: 'paragraph', text: missing, tone: 'plain' } as const]
        : compareBlocks(comparison, comparison.metrics[place], { words: look.words, isNarrow }),
    [comparison, place, missing, look, isNarrow],
  );
  return useMemo(() => {
    const page = { title: '', number: null, findings: 0, doubts: 0, blocks };
    return resultBook([page], { width: columns, height: Math.max(1, rows - 2), shiftKeys: '< >' }, look);
  }, [blocks, columns, rows, look]);
}

async function writeComparison(
  comparison: SideComparison | null,
  writeMarkdown: CompareViewOptions['writeMarkdown'],
  { compare, language }: Look['words'],
): Promise<string> {
  if (comparison === null) return compare.oneSide;
  return compare.written(await writeMarkdown(compareMarkdown(comparison, language)));
}
