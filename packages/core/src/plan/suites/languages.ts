import { z } from 'zod';
import { tokensField } from '../numbers/distribution-field.ts';
import { positiveCount } from '../plan-fields.ts';
import type { PlannedLevel } from '../planned-level.ts';
import { requestContents, type WrittenRequests } from '../prompts/request-contents.ts';
import { warmupField } from '../warmup.ts';
import type { FileFacts } from '../workload-file.ts';
import { suiteLanguagesField } from './suite-language.ts';

/** The same tasks in each language, one user, with answers that are judged and kept for a reader. */
export const languagesSchema = z.strictObject({
  kind: z.literal('languages'),
  languages: suiteLanguagesField,
  requests: positiveCount,
  outputTokens: tokensField,
  salt: z.enum(['on', 'off']).default('on'),
  warmup: warmupField.optional(),
});

type LanguagesSuite = z.infer<typeof languagesSchema>;

/** What its requests are, by language. */
export const languagesRequests = (suite: LanguagesSuite): readonly WrittenRequests[] =>
  suite.languages.map(({ code, prompts }) => ({
    language: code,
    prompts: prompts === null ? { kind: 'language' } : { kind: 'listed', source: prompts },
    salted: suite.salt === 'on',
    inputTokens: null,
    outputTokens: suite.outputTokens,
  }));

/** A level per language; by default one request warms up. */
export function languagesLevels(suite: LanguagesSuite, files: FileFacts): readonly PlannedLevel[] {
  return languagesRequests(suite).map((written) => ({
    name: written.language,
    suite: 'languages',
    load: { loop: 'closed', users: 1, thinkTime: null },
    stop: { kind: 'requests', count: suite.requests },
    warmup: suite.warmup ?? { kind: 'requests', count: 1 },
    ...requestContents(written, files),
    keepExcerpts: true,
  }));
}
