import type { TargetTrouble } from './target-trouble.ts';

/** Exit codes of the command line; they are documented and stable. */
export const exitCodes = {
  ok: 0,
  internal: 1,
  usage: 2,
  targetUnreachable: 3,
  thresholdsNotMet: 4,
  resultInvalid: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What an error needs to read like help: what happened, and what to do next. */
export type KneepointErrorDetails = {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly hint?: string;
  /** What it is about as data, where that is known: help in any language is made of it. */
  readonly trouble?: TargetTrouble;
  readonly cause?: unknown;
};

/** The one error root. `message` says what and where in one sentence; `hint` says what to do next. */
export class KneepointError extends Error {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly hint: string | null;
  readonly trouble: TargetTrouble | null;

  constructor(message: string, details: KneepointErrorDetails) {
    super(message, { cause: details.cause });
    this.name = 'KneepointError';
    this.code = details.code;
    this.exitCode = details.exitCode;
    this.hint = details.hint ?? null;
    this.trouble = details.trouble ?? null;
  }
}

/** A mistake in flags, plan or files: exit code 2. */
export function usageError(code: string, message: string, hint?: string): KneepointError {
  return new KneepointError(message, {
    code,
    exitCode: exitCodes.usage,
    ...(hint === undefined ? {} : { hint }),
  });
}
