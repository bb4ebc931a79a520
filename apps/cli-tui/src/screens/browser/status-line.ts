import { spreadLine } from '../parts/fit-line.ts';
import { type Line, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';
import type { BrowseState } from './browse-state.ts';
import { orderArrow } from './table-part.ts';

/** What the list holds, what it was narrowed by, its order, and where in it the selection is. */
export function statusLine(
  state: BrowseState,
  { count, width }: { readonly count: number; readonly width: number },
  look: Look,
): Line {
  const { words, numbers } = look;
  const { browser } = words;
  const separator = span(`  ${look.theme.marks.separator}  `, 'muted');
  const order = `${browser.columns[state.order.column]}${orderArrow(state.order, look)}`;
  const parts: readonly Line[] = [
    [span(browser.results(count, numbers.count(count)), 'plain', true)],
    ...narrowings(state, look).map((text) => [span(text, 'caution')]),
    [span(order, 'muted')],
  ];
  const left = parts.flatMap((part, place) => (place === 0 ? part : [separator, ...part]));
  const marked = state.marks.size === 0 ? '' : `${browser.marked(numbers.count(state.marks.size))}  `;
  const place = count === 0 ? '' : browser.position(numbers.count(state.at + 1), numbers.count(count));
  return spreadLine([span(' '), ...left], [span(marked, 'accent'), span(`${place} `, 'muted')], width);
}

function narrowings(
  { search, verdict, target, age }: BrowseState,
  { words: { browser } }: Look,
): readonly string[] {
  return [
    ...(search.trim() === '' ? [] : [browser.searched(screenText(search.trim()))]),
    ...(verdict === null ? [] : [browser.verdicts[verdict]]),
    ...(target === null ? [] : [screenText(target)]),
    ...(age === null ? [] : [browser.ages[age.age]]),
  ];
}
