/** A load as capacity names it: so many users, or requests a second. */
export type LoadUnit = 'users' | 'rate';

/** What `kneepoint capacity` answers. `slo` is the list of conditions; a broken part is '' where nothing is known of it. */
export type CapacityWords = {
  load(level: number, unit: LoadUnit): string;
  conditions(terms: readonly string[]): string;
  /** The first sentence: the level that keeps the limits; `next` says what the next level does. */
  found(found: {
    readonly level: number;
    readonly unit: LoadUnit;
    readonly slo: string;
    readonly next: string;
    readonly isSoFar: boolean;
    readonly isAtLeast: boolean;
  }): string;
  unknown(why: string): string;
  noneKept(level: number, unit: LoadUnit, slo: string, broken: string): string;
  below(level: number, unit: LoadUnit, slo: string, broken: string): string;
  /** The next level breaks a condition, or was not carried for a reason. */
  nextBreaks(level: number, unit: LoadUnit, condition: string): string;
  nextNotCarried(level: number, unit: LoadUnit, reason: string): string;
  clientLimit(level: number, reason: string): string;
  notJudged(level: string, reason: string): string;
  readonly noData: string;
  readonly noHigherAllowed: string;
  readonly noHigherTried: string;
  readonly nothingMeasured: string;
  noLevelJudged(why: string | null): string;
  readonly notConfirmed: string;
  readonly held: string;
  didNotHold(why: string): string;
  readonly notCarried: string;
  between(low: number, high: number, percent: number): string;
  readonly columns: {
    readonly users: string;
    readonly rate: string;
    readonly stages: string;
    readonly kept: string;
  };
  readonly cells: { readonly client: string; readonly noData: string };
  readonly notClear: string;
  readonly ended: Readonly<Record<'stage-budget' | 'time-budget' | 'unfinished', string>>;
  readonly notMonotone: string;
  stageIs(id: string, verdict: string, reasons: string): string;
  othersSuspect(count: number): string;
  readonly longerGivesMore: string;
};
