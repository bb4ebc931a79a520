import type { Result, Stage } from '@kneepoint/core';

/** What a build server is told of a stage. */
export type CiStage = Pick<Stage, 'id' | 'target' | 'trust'> & {
  /** Microseconds from the run's zero, ramp and drain included. */
  readonly window: { readonly whole: { readonly start: number; readonly end: number } | null };
};

/** What a build server is told of a run; any result is one. */
export type CiResult = Pick<Result, 'name' | 'createdAt' | 'thresholds'> & {
  readonly targets: readonly { readonly name: string }[];
  readonly stages: readonly CiStage[];
};

/** A threshold after the run. */
export type CiThreshold = CiResult['thresholds'][number];

/** What is said of a threshold that is about no stage that was measured. */
export const noStageText = 'no stage that it is about was measured';

/** Why a check did not pass: `510ms is not < 500ms`, or `no data: too few samples: 100 of 459`. */
export function checkText({ verdict, reason }: CiThreshold['checks'][number]): string {
  const what = reason ?? 'no reason is known';
  return verdict === 'no-data' ? `no data: ${what}` : what;
}

/** The reasons of a stage's trust, a line each. */
export const trustText = ({ trust }: CiStage): string =>
  trust.reasons.map((reason) => reason.message).join('\n') || 'no reason given';
