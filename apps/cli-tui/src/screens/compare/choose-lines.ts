import type { CompareWords } from '../../words/compare-words.ts';
import { clipLine } from '../parts/fit-line.ts';
import { inverseLine, type Line, span } from '../parts/line.ts';
import type { Marks } from '../parts/marks.ts';
import { targetTone } from '../parts/target-mark.ts';
import type { Choice, Side } from './compared-sides.ts';

type Room = { readonly width: number; readonly height: number; readonly marks: Marks };

/** The list of all sides: which are included, which is the baseline, where the cursor is; then its keys. */
export function chooseLines(
  sides: readonly Side[],
  { choice, cursor }: { readonly choice: Choice; readonly cursor: number },
  { words, room }: { readonly words: CompareWords; readonly room: Room },
): readonly Line[] {
  const { keys } = words;
  const seen = Math.max(1, room.height - 4);
  const first = Math.max(0, Math.min(cursor - Math.floor(seen / 2), sides.length - seen));
  const rows = sides.slice(first, first + seen).map((side) => {
    const isHere = side.place === cursor;
    const box = choice.included.includes(side.place) ? '[x]' : '[ ]';
    const row = clipLine(
      [
        span(`${isHere ? room.marks.selected : ' '} ${box} `),
        span(side.name, targetTone(side.place), side.place === choice.baseline),
        span(side.place === choice.baseline ? `  ${words.baseline}` : '', 'accent'),
        span(`  ${side.result.name}`, 'muted'),
      ],
      room.width,
    );
    return isHere ? inverseLine(row) : row;
  });
  const hints = [
    ['space', keys.include],
    ['enter', keys.setBaseline],
    ['c esc', keys.done],
  ];
  return [
    [span(words.choose, 'plain', true)],
    [],
    ...rows,
    [],
    hints.flatMap(([key = '', does = '']) => [span(key, 'accent'), span(` ${does}  `, 'muted')]),
  ];
}
