import type { Cell, Tone as DocumentTone } from '@kneepoint/report';
import type { Tone } from '../parts/line.ts';
import type { Marks } from '../parts/marks.ts';

/** The tone of a screen for one of the document. */
export const screenTone = (tone: DocumentTone): Tone =>
  (({ plain: 'plain', best: 'accent', suspect: 'caution', invalid: 'bad', muted: 'muted' }) as const)[tone];

/** The sign that says the same as the tone where there is no colour; bold says it of the best. */
export function toneMark(tone: DocumentTone, marks: Marks): string {
  if (tone === 'suspect') return `${marks.suspect} `;
  return tone === 'invalid' ? `${marks.invalid} ` : '';
}

/** A cell as one text: its sign, its words and its remark. */
export function cellText(
  { text, tone, note }: Cell,
  { marks, aside }: { readonly marks: Marks; readonly aside: (text: string, note: string) => string },
): string {
  const whole = note === null ? text : aside(text, note);
  return whole === '' ? '' : `${toneMark(tone, marks)}${whole}`;
}
