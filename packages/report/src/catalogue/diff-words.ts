import type { ComparisonReason, GateReason, GateVerdict, RunDifference } from '@kneepoint/core';

/** A figure that changed, ready to be read. */
export type ChangedFigure = {
  readonly metric: string;
  readonly target: string;
  readonly level: string;
  readonly baseline: string;
  readonly candidate: string;
  readonly change: string;
  readonly low: string;
  readonly high: string;
};

/** The words of a comparison of two results: the first sentence, the table, and what must be known besides. */
export type DiffWords = {
  readonly title: (baseline: string, candidate: string) => string;
  /** `allowed` is a share, or the span of several. */
  readonly pass: (figures: number, allowed: string) => string;
  readonly fail: (failed: number, figures: number, worst: ChangedFigure | null) => string;
  /** `repeats` of each side would probably decide what is undecided; `null` where that is not known. */
  readonly inconclusive: (
    undecided: number,
    figures: number,
    why: { readonly reason: GateReason; readonly repeats: number | null },
  ) => string;
  /** Repeats that would probably decide, in a cell. */
  readonly repeats: (repeats: number) => string;
  /** "FAIL: a repeat failed" */
  readonly labelled: (label: string, text: string) => string;
  readonly reasons: (reasons: readonly string[]) => string;
  readonly verdict: Record<GateVerdict, string>;
  readonly columns: {
    readonly target: string;
    readonly level: string;
    readonly metric: string;
    readonly baseline: string;
    readonly candidate: string;
    readonly change: string;
    readonly allowed: string;
    readonly verdict: string;
  };
  /** The name of a metric of a comparison. */
  readonly metric: (name: string) => string;
  readonly span: (low: string, high: string) => string;
  readonly unknown: string;
  readonly renamed: (baseline: string, candidate: string) => string;
  readonly reason: Record<GateReason, string>;
  /** Why a comparison of targets names no winner. */
  readonly comparisonReason: Record<ComparisonReason, string>;
  readonly loneLevel: (only: 'baseline' | 'candidate', target: string, level: string) => string;
  readonly loneTargets: (only: 'baseline' | 'candidate', targets: readonly string[]) => string;
  readonly runDifference: (difference: RunDifference) => string;
  readonly rule: string;
  readonly runs: (baseline: string, candidate: string) => string;
};
