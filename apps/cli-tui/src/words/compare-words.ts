import type { EveryMetricName, SideQuestion } from '@kneepoint/core';

/** The words of the screen that holds results against each other. */
export type CompareWords = {
  against(sides: readonly string[]): string;
  readonly baseline: string;
  readonly columns: {
    readonly target: string;
    readonly run: string;
    readonly engine: string;
    readonly model: string;
    readonly level: string;
    readonly value: string;
    readonly difference: string;
    readonly verdict: string;
  };
  readonly metric: Readonly<Record<EveryMetricName, string>>;
  /** Which way is better. */
  readonly better: Readonly<Record<'higher' | 'lower', string>>;
  readonly unit: Readonly<Record<'tok/s' | 'us', string>>;
  /** The place of the metric among all. */
  place(of: { readonly at: number; readonly all: number }): string;
  /** `side` is better at so many of the levels. */
  tally(counts: {
    readonly side: string;
    readonly better: number;
    readonly worse: number;
    readonly same: number;
    readonly undecided: number;
  }): string;
  isBetter(side: string): string;
  /** `smallest` is the smallest difference that would have been seen in four cases of five. */
  noDifference(smallest: string | null): string;
  readonly notAfterCorrection: string;
  undecided(reasons: readonly string[]): string;
  readonly loads: Readonly<Record<'closed' | 'open', string>>;
  readonly differences: string;
  readonly noDifferences: string;
  readonly what: Readonly<Record<SideQuestion, string>>;
  differs(difference: {
    readonly what: string;
    readonly side: string;
    readonly baseline: string;
    readonly candidate: string;
  }): string;
  readonly notCompared: string;
  readonly allCompared: string;
  /** So many figures of a side have no verdict for one reason. */
  withoutVerdict(counts: {
    readonly side: string;
    readonly figures: number;
    readonly of: number;
    readonly reason: string;
  }): string;
  loneLevel(level: string, side: string): string;
  readonly withinOneRun: string;
  readonly acrossRuns: string;
  readonly nothingInCommon: string;
  readonly oneSide: string;
  readonly choose: string;
  written(path: string): string;
  readonly keys: {
    readonly metric: string;
    readonly choose: string;
    readonly nextBaseline: string;
    readonly write: string;
    readonly include: string;
    readonly setBaseline: string;
    readonly done: string;
  };
};
