import type { Figure } from './figure-schema.ts';

export const measured = (unit: string, value: number): Figure => ({
  kind: 'measured',
  unit,
  value,
  reason: null,
});
export const derived = (unit: string, value: number): Figure => ({
  kind: 'derived',
  unit,
  value,
  reason: null,
});
export const declared = (unit: string, value: number): Figure => ({
  kind: 'declared',
  unit,
  value,
  reason: null,
});
/** An unknown figure says why. */
export const unknown = (unit: string, reason: string): Figure => ({
  kind: 'unknown',
  unit,
  value: null,
  reason,
});
