/** What `kneepoint calibrate` says. Numbers come written. */
export type CalibrateWords = {
  users(count: number): string;
  onceMore(count: number, why: string): string;
  readonly otherPrograms: string;
  noMoreUsers(reason: string): string;
  readonly shortAnswers: string;
  readonly columns: {
    readonly ofCeiling: string;
    readonly users: string;
    readonly offered: string;
    readonly read: string;
    readonly ttftMean: string;
    readonly gapP50: string;
    readonly gapP99: string;
    readonly lastEvent: string;
    readonly workerCpu: string;
  };
  twice(faults: string): string;
  readonly carriedNone: string;
  reads(eventsPerSecond: string, isLeast: boolean): string;
  fourTokenAnswers(perSecond: string): string;
  readonly explanation: string;
  keptIn(path: string): string;
  readonly hidden: string;
  readonly hiddenHint: string;
  readonly noLevel: string;
  readonly noLevelHint: string;
};
