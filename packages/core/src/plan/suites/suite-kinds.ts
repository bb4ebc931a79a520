import { z } from 'zod';
import { assertNever } from '../../errors/assert-never.ts';
import type { PlannedLevel } from '../planned-level.ts';
import { requestFiles } from '../prompts/request-contents.ts';
import type { FileFacts, WorkloadFile } from '../workload-file.ts';
import { arrivalsFiles, arrivalsLevels, arrivalsSchema } from './arrivals.ts';
import { concurrencyLevels, concurrencySchema } from './concurrency.ts';
import { contextLevels, contextSchema } from './context.ts';
import { languagesLevels, languagesRequests, languagesSchema } from './languages.ts';
import { rateLevels, rateSchema } from './rate.ts';
import { singleUserLevels, singleUserSchema } from './single-user.ts';
import { suiteRequests } from './suite-requests.ts';

/** Every kind of suite; a new one is a file beside these, a line here and a line in `suiteLevels`. */
export const suiteSchema = z.discriminatedUnion('kind', [
  singleUserSchema,
  concurrencySchema,
  languagesSchema,
  rateSchema,
  arrivalsSchema,
  contextSchema,
]);
/** A checked suite of any kind. */
export type Suite = z.infer<typeof suiteSchema>;

/** The levels of a suite, in the order of the plan. */
export function suiteLevels(suite: Suite, files: FileFacts): readonly PlannedLevel[] {
  switch (suite.kind) {
    case 'single-user':
      return singleUserLevels(suite, files);
    case 'concurrency':
      return concurrencyLevels(suite, files);
    case 'languages':
      return languagesLevels(suite, files);
    case 'rate':
      return rateLevels(suite, files);
    case 'arrivals':
      return arrivalsLevels(suite, files);
    case 'context':
      return contextLevels(suite, files);
    default:
      return assertNever(suite);
  }
}

/** The files that a suite names. */
export function suiteFiles(suite: Suite): readonly WorkloadFile[] {
  if (suite.kind === 'languages') return languagesRequests(suite).flatMap(requestFiles);
  const written = suiteRequests(
    suite.kind === 'context' ? { ...suite, inputTokens: undefined } : suite,
    'users',
  );
  return [...(suite.kind === 'arrivals' ? arrivalsFiles(suite) : []), ...requestFiles(written)];
}
