import { columnsOf } from '../parts/columns-of.ts';
import { fitLine } from '../parts/fit-line.ts';
import { keyHintsLine } from '../parts/key-hints.ts';
import { type Line, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { panelLines } from '../parts/panel-lines.ts';
import { screenText } from '../parts/screen-text.ts';
import { type BrowseState, filterFields } from './browse-state.ts';

/** Lines of the panel of filters, its frame and its keys included. */
export const filterRows = 6;

/** The filters with what they are set to; the one that the keys change has a mark before it. */
export function filterPart(state: BrowseState, width: number, look: Look): readonly Line[] {
  const { words, theme } = look;
  const { browser } = words;
  const names = filterFields.map((field) => browser.filters[field]);
  const widest = Math.max(...names.map(columnsOf));
  const chosen = state.mode.kind === 'filter' ? state.mode.field : null;
  const rows = filterFields.map((field, place): Line => {
    const isChosen = field === chosen;
    const value = chosenValue(state, field, look);
    return [
      span(isChosen ? `${theme.marks.selected} ` : '  ', 'accent'),
      ...fitLine([span(names[place] ?? '', 'plain', isChosen)], widest),
      span('  '),
      {
        ...span(
          isChosen ? `< ${value ?? browser.any} >` : `  ${value ?? browser.any}  `,
          value === null ? 'muted' : 'caution',
        ),
        inverse: isChosen,
      },
    ];
  });
  const { filtering } = browser;
  const arrows = theme.marks.unicode ? ['↑↓', '←→'] : ['up/down', 'left/right'];
  const hints = keyHintsLine(
    [
      { key: arrows[0] ?? '', does: filtering.choose },
      { key: arrows[1] ?? '', does: filtering.change },
      { key: 'x', does: filtering.clear },
      { key: 'enter', does: filtering.done },
    ],
    width - 4,
  );
  return panelLines({
    title: browser.filterTitle,
    lines: [...rows, hints],
    width,
    height: filterRows,
    focused: true,
    marks: theme.marks,
  });
}

function chosenValue(
  { verdict, target, age }: BrowseState,
  field: (typeof filterFields)[number],
  { words: { browser } }: Look,
): string | null {
  switch (field) {
    case 'verdict':
      return verdict === null ? null : browser.verdicts[verdict];
    case 'target':
      return target === null ? null : screenText(target);
    case 'since':
      return age === null ? null : browser.ages[age.age];
  }
}
