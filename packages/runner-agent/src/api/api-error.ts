import { exitCodes, KneepointError } from '@kneepoint/core';
import { z } from 'zod';

/** The one shape of an error of the API. */
export const apiErrorSchema = z.strictObject({
  error: z.strictObject({
    /** A stable name. */
    code: z.string(),
    /** What happened, in a sentence; several problems are a line each. */
    message: z.string(),
    /** What to do next. */
    hint: z.string().nullable(),
  }),
});
/** The one shape of an error of the API. */
export type ApiError = z.infer<typeof apiErrorSchema>;

/** The statuses that the API answers errors with. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500 | 503;

const statuses: Readonly<Record<string, ErrorStatus>> = {
  'not-allowed': 403,
  unknown: 404,
  'no-result': 404,
  'host-is-measuring': 409,
  'job-ended': 409,
  'job-waits': 409,
  'job-not-held': 409,
  'nothing-to-hold': 409,
  'no-stage': 409,
  'body-too-large': 413,
  'too-many-jobs': 429,
  'too-many-deployments': 429,
  'too-many-listeners': 429,
  'agent-ends': 503,
};

/** The status that an error deserves: a mistake of whoever asks, unless it is Kneepoint's own. */
export function statusOf(error: KneepointError): ErrorStatus {
  const known = statuses[error.code];
  if (known !== undefined) return known;
  return error.exitCode === exitCodes.internal ? 500 : 400;
}

/** An error as the API answers it. */
export const apiError = (code: string, message: string, hint: string | null = null): ApiError => ({
  error: { code, message, hint },
});

/** What is asked for does not exist. */
export const unknown = (what: string, hint: string): KneepointError =>
  new KneepointError(what, { code: 'unknown', exitCode: exitCodes.usage, hint });
