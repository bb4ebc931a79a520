import { fitLine, spreadLine } from './fit-line.ts';
import { type Line, lineWidth, type Span, span } from './line.ts';
import type { Marks } from './marks.ts';

/** A titled frame of a fixed size. */
export type PanelOptions = {
  readonly title: string;
  /** Stands at the right end of the title's line. */
  readonly aside?: string;
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  readonly focused?: boolean;
  readonly marks: Marks;
};

/** The lines of a panel, exactly `height` of exactly `width` columns: content is cut, never wrapped; how many lines were left out stands at the bottom. */
export function panelLines(options: PanelOptions): readonly Line[] {
  const { lines, width, height, marks, focused = false } = options;
  const border = focused ? marks.focusedBorder : marks.border;
  const tone = focused ? 'accent' : 'muted';
  const inside = Math.max(0, height - 2);
  const edge = span(border.vertical, tone);
  const rows = Array.from({ length: inside }, (_, row) => [
    edge,
    span(' '),
    ...fitLine(lines[row] ?? [], Math.max(0, width - 4)),
    span(' '),
    edge,
  ]);
  const hidden = Math.max(0, lines.length - inside);
  const note = hidden === 0 ? '' : ` ${marks.down}${hidden} `;
  const flat = (count: number): Span => span(border.horizontal.repeat(Math.max(0, count)), tone);
  const bottom = [
    span(border.bottomLeft, tone),
    flat(width - 3 - note.length),
    span(note, 'muted'),
    flat(1),
    span(border.bottomRight, tone),
  ];
  return [titleLine(options), ...rows, bottom].slice(0, height);
}

function titleLine({ title, aside = '', width, marks, focused = false }: PanelOptions): Line {
  const border = focused ? marks.focusedBorder : marks.border;
  const tone = focused ? 'accent' : 'muted';
  const room = width - 4;
  const name = fitTitle(title, room);
  const extra =
    aside === '' || lineWidth(name) + lineWidth([span(aside)]) + 3 > room
      ? []
      : [span(` ${aside} `, 'muted')];
  const rule = Math.max(0, room - lineWidth(name) - lineWidth(extra));
  return [
    span(`${border.topLeft}${border.horizontal}`, tone),
    ...name,
    span(border.horizontal.repeat(rule), tone),
    ...extra,
    span(`${border.horizontal}${border.topRight}`, tone),
  ];
}

function fitTitle(title: string, room: number): Line {
  const whole = [span(` ${title} `, 'plain', true)];
  return lineWidth(whole) <= room ? whole : spreadLine(whole, [], Math.max(0, room));
}
