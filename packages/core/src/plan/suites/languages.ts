import { z } from 'zod';
import { fixedNumber } from '../number-distribution.ts';
import { languageField, levels, positiveCount, warmupField } from '../plan-fields.ts';
import type { PlannedLevel } from '../planned-level.ts';

/** Creative prompts in each language, one user, with answers kept for a reader. */
export const languagesSchema = z.strictObject({
  kind: z.literal('languages'),
  languages: levels(languageField),
  requests: positiveCount,
  outputTokens: positiveCount,
  warmup: warmupField.optional(),
});

/** A level per language; by default one request warms up. */
export function languagesLevels(suite: z.infer<typeof languagesSchema>): readonly PlannedLevel[] {
  return suite.languages.map((language) => ({
    name: language,
    suite: 'languages',
    load: { loop: 'closed', users: 1, thinkTime: null },
    stop: { kind: 'requests', count: suite.requests },
    warmup: suite.warmup ?? { kind: 'requests', count: 1 },
    language,
    prompts: { kind: 'language' },
    salted: true,
    inputTokens: null,
    outputTokens: fixedNumber(suite.outputTokens),
    keepExcerpts: true,
  }));
}
