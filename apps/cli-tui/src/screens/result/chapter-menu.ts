import { columnsOf } from '../parts/columns-of.ts';
import { fitLine, spreadLine } from '../parts/fit-line.ts';
import { inverseLine, type Line, line, lineText, lineWidth, span } from '../parts/line.ts';
import type { Marks } from '../parts/marks.ts';
import type { ResultPage } from './result-pages.ts';

/** Below this width the list of chapters is one line. */
export const narrowest = 80;

/** How wide the list of chapters is drawn beside a page. */
export function menuWidth(pages: readonly ResultPage[], columns: number): number {
  const wanted = Math.max(...pages.map((page) => columnsOf(page.title) + lineWidth(countsOf(page)) + 3));
  return Math.min(wanted, Math.max(20, Math.floor(columns * 0.27)));
}

/** The chapters with their findings and doubts, the one that is open in reverse, always in sight. */
export function menuLines(
  pages: readonly ResultPage[],
  open: number,
  room: { readonly width: number; readonly height: number; readonly marks: Marks },
): readonly Line[] {
  const first = Math.max(0, Math.min(open - Math.floor(room.height / 2), pages.length - room.height));
  return pages.slice(first, first + room.height).map((page, index) => {
    const isOpen = first + index === open;
    const mark = isOpen ? room.marks.selected : ' ';
    const drawn = spreadLine([span(`${mark} ${page.title}`)], countsOf(page), room.width);
    // Colours in reverse would be patches of ground.
    return isOpen ? inverseLine(line(lineText(drawn))) : drawn;
  });
}

/** The same in one line: which chapter of how many is open. */
export function menuLine(pages: readonly ResultPage[], open: number, width: number): Line {
  const page = pages[open];
  if (page === undefined) return fitLine([], width);
  const place = [span(`${open + 1}/${pages.length} `, 'muted'), span(page.title, 'accent')];
  return spreadLine(place, countsOf(page), width);
}

/** Findings as a figure, doubts as a figure with their sign. */
const countsOf = ({ findings, doubts }: ResultPage): Line => [
  ...(findings === 0 ? [] : [span(` ${findings}`, 'muted')]),
  ...(doubts === 0 ? [] : [span(` !${doubts}`, 'caution')]),
];
