import type { ErrorClass } from '@kneepoint/core';

/** What is said of problems: those that apply (compatibility), and what to do when one is met (troubleshooting). */
export type ProblemWords = {
  readonly compatibilityHeading: string;
  /** Before the table of problems that facts announce. */
  readonly compatibilityIntro: string;
  readonly nothingKnown: string;
  /** A result that another tool or a person made, or whose hosts were not looked at. */
  readonly notChecked: string;
  readonly problem: string;
  readonly cause: string;
  readonly fix: string;
  readonly evidence: string;
  readonly wholeHost: string;
  readonly source: (addresses: readonly string[]) => string;
  /** The text is in English, because it is not written in this language yet. */
  readonly inEnglish: string;
  readonly works: (target: string, engine: string, version: string | null) => string;
  readonly troubleshootingHeading: string;
  readonly seenIntro: string;
  readonly nothingWentWrong: string;
  readonly commonIntro: string;
  readonly symptom: string;
  readonly requestsFailed: (target: string, errorClass: string, detail: string, count: number) => string;
  readonly errorCause: Record<ErrorClass, string>;
  readonly errorFix: Record<ErrorClass, string>;
  readonly checksIntro: string;
  readonly checkGpu: string;
  readonly checkLog: (target: string) => string;
  readonly checkHealth: (target: string) => string;
  readonly checkDoctor: (target: string) => string;
};
