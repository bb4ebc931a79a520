/** A figure as the server wrote it and as the client measured it, in microseconds; `null` where there were too few values. */
export type CalibratedFigure = { readonly truth: number | null; readonly measured: number | null };

/** One load level of a calibration: what was offered, what was read, and how far the times were off. */
export type CalibrationLevel = {
  readonly users: number;
  /** Events per second that so many users ask for at the planned pace. */
  readonly offeredEventsPerSecond: number;
  /** Events per second that the client read; `null` where nothing was measured. */
  readonly achievedEventsPerSecond: number | null;
  readonly ttftMean: CalibratedFigure;
  readonly gapP50: CalibratedFigure;
  readonly gapP99: CalibratedFigure;
  /** Share of a core that the busiest load worker used. */
  readonly cpuShare: number | null;
};

/** How much the client added, in microseconds: measured less truth; `null` where one of them is unknown. */
export function addedError({ truth, measured }: CalibratedFigure): number | null {
  return truth === null || measured === null ? null : measured - truth;
}
