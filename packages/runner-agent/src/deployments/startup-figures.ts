import type { Figure } from '@kneepoint/core';
import type { StartupFigures } from './deployment-state.ts';

/** A time that was measured, in whole microseconds shown as milliseconds. */
export const measuredMillis = (value: number): Figure => ({
  kind: 'measured',
  unit: 'ms',
  value: Math.round(value * 1000) / 1000,
  reason: null,
});

/** A time that is not known, and why. */
export const unknownMillis = (reason: string): Figure => ({
  kind: 'unknown',
  unit: 'ms',
  value: null,
  reason,
});

/** Both figures unknown for one reason. */
export const unknownStartup = (reason: string): StartupFigures => ({
  firstHealthyAnswer: unknownMillis(reason),
  firstToken: unknownMillis(reason),
});
