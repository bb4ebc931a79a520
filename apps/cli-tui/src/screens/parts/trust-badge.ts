import { type Line, span, type Tone } from './line.ts';
import type { Look } from './look.ts';
import type { Marks } from './marks.ts';

/** How far figures can be trusted; `too-early` while there are too few to say. */
export type TrustVerdict = 'valid' | 'suspect' | 'invalid' | 'too-early';

const tones = {
  valid: 'good',
  suspect: 'caution',
  invalid: 'bad',
  'too-early': 'muted',
} as const satisfies Record<TrustVerdict, Tone>;

/** The colour of a verdict. */
export const trustTone = (verdict: TrustVerdict): Tone => tones[verdict];

/** The sign of a verdict, which says without colour what the colour says. */
export const trustMark = (verdict: TrustVerdict, marks: Marks): string =>
  ({ valid: marks.valid, suspect: marks.suspect, invalid: marks.invalid, 'too-early': marks.tooEarly })[
    verdict
  ];

/** Sign and word of a verdict: `✓ valid`, `! suspect`. */
export const trustBadge = (verdict: TrustVerdict, { theme, words }: Look): Line => [
  span(`${trustMark(verdict, theme.marks)} ${words.live.trust[verdict]}`, tones[verdict], true),
];
