import type { TargetTone } from './line.ts';

const tones = [
  'target-1',
  'target-2',
  'target-3',
  'target-4',
  'target-5',
  'target-6',
] as const satisfies readonly TargetTone[];

/** The colour of a target by its place among the targets, from 0; after six they begin again. */
export const targetTone = (place: number): TargetTone => tones[Math.abs(place) % tones.length] ?? 'target-1';

/** The letter that stands for a target wherever its colour does: A, B, C and so on, from place 0. */
export const targetLetter = (place: number): string =>
  place < 0 ? '?' : String.fromCharCode(65 + (place % 26));
