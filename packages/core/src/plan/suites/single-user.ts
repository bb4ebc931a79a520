import { z } from 'zod';
import { fixedNumber } from '../number-distribution.ts';
import { languageField, positiveCount, warmupField } from '../plan-fields.ts';
import type { PlannedLevel } from '../planned-level.ts';

/** One user, one request after the other: what a server gives to a single person. */
export const singleUserSchema = z.strictObject({
  kind: z.literal('single-user'),
  requests: positiveCount,
  outputTokens: positiveCount,
  inputTokens: positiveCount.optional(),
  warmup: warmupField.optional(),
  language: languageField.default('en'),
});

/** Its one level; by default one request warms up. */
export function singleUserLevels(suite: z.infer<typeof singleUserSchema>): readonly PlannedLevel[] {
  return [
    {
      name: 'one-user',
      suite: 'single-user',
      load: { loop: 'closed', users: 1, thinkTime: null },
      stop: { kind: 'requests', count: suite.requests },
      warmup: suite.warmup ?? { kind: 'requests', count: 1 },
      language: suite.language,
      prompts: { kind: 'generated', sharedPrefix: null },
      salted: true,
      inputTokens: suite.inputTokens === undefined ? null : fixedNumber(suite.inputTokens),
      outputTokens: fixedNumber(suite.outputTokens),
      keepExcerpts: false,
    },
  ];
}
