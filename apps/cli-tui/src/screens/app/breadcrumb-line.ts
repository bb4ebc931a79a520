import { clipLine, fitLine } from '../parts/fit-line.ts';
import { type Line, lineWidth, type Span, span } from '../parts/line.ts';
import type { Marks } from '../parts/marks.ts';
import { screenText } from '../parts/screen-text.ts';

/** Where the person is, from the first screen to this one; what is too long is left out in the middle, so that the last title stays. */
export function breadcrumbLine(titles: readonly string[], width: number, marks: Marks): Line {
  const separator = span(` ${marks.unicode ? '›' : '>'} `, 'muted');
  const spans = titles.map((title, place) =>
    place === titles.length - 1 ? span(screenText(title), 'plain', true) : span(screenText(title), 'muted'),
  );
  const [first, ...rest] = [span('kneepoint', 'accent'), ...spans];
  let shown = rest;
  let isCut = false;
  const joined = (): Line =>
    join([first, ...(isCut ? [span(marks.ellipsis, 'muted')] : []), ...shown], separator);
  while (lineWidth(joined()) > width && shown.length > 1) {
    shown = shown.slice(1);
    isCut = true;
  }
  return fitLine(clipLine(joined(), width, marks.ellipsis), width);
}

function join(spans: readonly Span[], separator: Span): Line {
  return spans.flatMap((piece, place) => (place === 0 ? [piece] : [separator, piece]));
}
