import type { ScoreCategory, ScorePartName, ScoreReason } from '@kneepoint/core';

/** What a result has nothing of, beside the categories without stars. */
export const unmeasuredParts = [
  'repeats',
  'rates',
  'languages',
  'quality',
  'long-prompts',
  'capacity',
  'server-metrics',
  'memory',
  'physical-limit',
  'client',
] as const;
export type UnmeasuredPart = (typeof unmeasuredParts)[number];

/** Parts that set a target against the best one. */
export const leadParts = [
  'single-user-of-best',
  'concurrency-of-best',
  'memory-of-least',
  'start-up-of-fastest',
] as const satisfies readonly ScorePartName[];
export type LeadPart = (typeof leadParts)[number];

/** The words of the conclusion and its scorecard. */
export type ScoreWords = {
  readonly heading: string;
  readonly suitsHeading: string;
  readonly suits: (target: string, uses: readonly string[]) => string;
  readonly suitsNothing: (target: string) => string;
  /** Uses for which nobody was chosen, and why. */
  readonly open: (uses: readonly string[], outcome: string) => string;
  readonly oneTarget: string;
  readonly scorecardHeading: string;
  readonly scorecardIntro: string;
  readonly categoryColumn: string;
  readonly category: Record<ScoreCategory, string>;
  readonly noStars: string;
  readonly reason: Record<ScoreReason, string>;
  /** A part with its value: "of the best: 60%". */
  readonly part: Record<ScorePartName, (value: string) => string>;
  /** A target that no other is ahead of in a part. */
  readonly leads: Record<LeadPart, string>;
  /** What a part is called where it was not measured. */
  readonly partName: Record<ScorePartName, string>;
  readonly missing: (parts: readonly string[]) => string;
  readonly rulesSummary: string;
  readonly rulesIntro: string;
  readonly partColumn: string;
  readonly formulaColumn: string;
  readonly formula: Record<ScorePartName, string>;
  readonly stars: (count: number) => string;
  readonly atLeast: (value: string) => string;
  readonly atMost: (value: string) => string;
  readonly everythingElse: string;
  readonly unmeasuredHeading: string;
  readonly unmeasuredNone: string;
  readonly unmeasured: Record<UnmeasuredPart, string>;
  readonly unmeasuredScore: (category: string, targets: readonly string[], reason: string) => string;
};
