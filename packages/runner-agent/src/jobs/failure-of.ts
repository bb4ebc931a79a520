import { exitCodes, KneepointError } from '@kneepoint/core';
import type { Failure } from './job-record.ts';

/** An error as a job keeps it. What is no KneepointError is a mistake in Kneepoint or its host. */
export function failureOf(error: unknown): Failure {
  if (error instanceof KneepointError) {
    const { code, message, hint, exitCode } = error;
    return { code, message, hint, exitCode };
  }
  return {
    code: 'internal',
    message: error instanceof Error ? error.message : String(error),
    hint: null,
    exitCode: exitCodes.internal,
  };
}

/** Why some work did not go well, in a sentence; `null` where it did. */
export async function problemOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return failureOf(error).message;
  }
}
