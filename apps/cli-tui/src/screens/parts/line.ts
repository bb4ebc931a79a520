import { columnsOf } from './columns-of.ts';

/** The six colours of targets, in the order of the plan; each has a letter beside it (`targetLetter`). */
export type TargetTone = 'target-1' | 'target-2' | 'target-3' | 'target-4' | 'target-5' | 'target-6';

/** What a piece of text means. How a meaning is coloured is known to `paint` alone. */
export type Tone = 'plain' | 'good' | 'caution' | 'bad' | 'muted' | 'accent' | TargetTone;

/** A piece of a line in one look. The text is clean (`screenText`) and holds no escape sequences. */
export type Span = {
  readonly text: string;
  readonly tone?: Tone;
  readonly bold?: boolean;
  readonly inverse?: boolean;
};

/** One line of a screen. */
export type Line = readonly Span[];

/** A piece of text with its meaning. */
export const span = (text: string, tone: Tone = 'plain', bold = false): Span => ({ text, tone, bold });

/** A line of one piece. */
export const line = (text: string, tone: Tone = 'plain', bold = false): Line => [span(text, tone, bold)];

/** How many columns a line takes. */
export const lineWidth = (pieces: Line): number =>
  pieces.reduce((width, piece) => width + columnsOf(piece.text), 0);

/** The text of a line without its looks. */
export const lineText = (pieces: Line): string => pieces.map((piece) => piece.text).join('');

/** The same line, drawn in reverse: what is selected. */
export const inverseLine = (pieces: Line): Line => pieces.map((piece) => ({ ...piece, inverse: true }));
