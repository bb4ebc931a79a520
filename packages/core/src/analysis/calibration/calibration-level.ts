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
  /** To an answer's last event: what it adds beyond the first token's is a backlog that grew while the answer came. */
  readonly e2eMean: CalibratedFigure;
  /** How late the simulated server wrote half of its events, against its own plan, in microseconds. */
  readonly serverLatenessP50: number | null;
  /** Share of a core that the busiest load worker used. */
  readonly cpuShare: number | null;
  /** Share of this host's cores, 0 to 1, that neither client nor simulated server used; `null` where it is not known. */
  readonly othersCpuShare: number | null;
  /** Requests that failed, or that the level's deadline cut. */
  readonly lost: number;
  /** Why the stage is invalid, in a sentence; `null` where it is not. */
  readonly invalidBecause: string | null;
  /** How often it was measured: a level that fails is measured once more, and the better of the two stands here. */
  readonly attempts: number;
};

/** How much the client added, in microseconds: measured less truth; `null` where one of them is unknown. */
export function addedError({ truth, measured }: CalibratedFigure): number | null {
  return truth === null || measured === null ? null : measured - truth;
}
