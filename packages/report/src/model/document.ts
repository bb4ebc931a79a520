import type { ChartDrawing } from '../chart/chart-drawing.ts';

/** How a cell or an item is to be seen; a writer decides how (colour, a mark, nothing). */
export type Tone = 'plain' | 'best' | 'suspect' | 'invalid' | 'muted';

/** A cell of plain text: writers escape it, so it may hold anything a server said. */
export type Cell = {
  readonly text: string;
  readonly tone: Tone;
  /** A remark in smaller type: what a sentence stands on, how far repeats spread. */
  readonly note: string | null;
};

export type Column = { readonly title: string; readonly align: 'left' | 'right' };

/** One block of the document. All text is plain; markup is the writers' business. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: Tone }
  | {
      readonly kind: 'list';
      readonly items: readonly Cell[];
      readonly emphasis: 'findings' | 'cautions' | 'plain';
    }
  | {
      readonly kind: 'table';
      /** What the table is, for a reader who comes to it without its heading. */
      readonly caption?: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'excerpt';
      readonly title: string;
      readonly prompt: string;
      /** `null` where only the prompt is shown. */
      readonly text: string | null;
      readonly language: string;
    }
  /** A drawing, as data and as an SVG; the numbers behind it stand in a block beside it. */
  | {
      readonly kind: 'chart';
      readonly name: string;
      readonly title: string;
      readonly drawing: ChartDrawing;
      readonly svg: string;
    }
  /** Folded away until the reader asks: long tables, the numbers of a chart. Paper shows it all. */
  | { readonly kind: 'details'; readonly summary: string; readonly blocks: readonly Block[] };

/** A report in one language, before it has a format. */
export type ReportDocument = {
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  /** The sentence of the footer: what wrote this, from which result. */
  readonly colophon: string;
  readonly blocks: readonly Block[];
};

export const cell = (text: string, tone: Tone = 'plain', note: string | null = null): Cell => ({
  text,
  tone,
  note,
});
export const paragraph = (text: string, tone: Tone = 'plain'): Block => ({ kind: 'paragraph', text, tone });
export const heading = (level: 2 | 3, id: string, text: string): Block => ({
  kind: 'heading',
  level,
  id,
  text,
});
export const left = (title: string): Column => ({ title, align: 'left' });
export const right = (title: string): Column => ({ title, align: 'right' });
export const details = (summary: string, blocks: readonly Block[]): Block => ({
  kind: 'details',
  summary,
  blocks,
});
