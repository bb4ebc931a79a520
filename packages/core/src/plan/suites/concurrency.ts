import { z } from 'zod';
import { fixedNumber } from '../number-distribution.ts';
import {
  exactlyOneEnd,
  languageField,
  levels,
  positiveCount,
  stopFields,
  stopOf,
  warmupField,
} from '../plan-fields.ts';
import type { PlannedLevel } from '../planned-level.ts';

/** N users at once, each with a new request as soon as the last one is answered; `requests` are those of a whole level. */
export const concurrencySchema = exactlyOneEnd(
  z.strictObject({
    kind: z.literal('concurrency'),
    users: levels(positiveCount),
    ...stopFields,
    inputTokens: positiveCount.optional(),
    outputTokens: positiveCount,
    warmup: warmupField.optional(),
    language: languageField.default('en'),
  }),
).superRefine((suite, context) => {
  const { requests } = suite;
  if (requests === undefined) return;
  suite.users.forEach((users, index) => {
    if (users <= requests) return;
    const message = `${users} users share ${requests} requests, so some would have none`;
    context.addIssue({ code: 'custom', path: ['users', index], message });
  });
});

/** A level per number of users; by default each user warms up with one request. */
export function concurrencyLevels(suite: z.infer<typeof concurrencySchema>): readonly PlannedLevel[] {
  return suite.users.map((users) => ({
    name: `${users}-users`,
    suite: 'concurrency',
    load: { loop: 'closed', users, thinkTime: null },
    stop: stopOf(suite),
    warmup: suite.warmup ?? { kind: 'requests', count: users },
    language: suite.language,
    prompts: { kind: 'generated', sharedPrefix: null },
    salted: true,
    inputTokens: suite.inputTokens === undefined ? null : fixedNumber(suite.inputTokens),
    outputTokens: fixedNumber(suite.outputTokens),
    keepExcerpts: false,
  }));
}
