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

/** Requests that arrive at a rate, whether or not earlier ones are answered. */
export const rateSchema = exactlyOneEnd(
  z.strictObject({
    kind: z.literal('rate'),
    requestsPerSecond: levels(z.number().positive()),
    arrivals: z.enum(['constant', 'poisson']).default('poisson'),
    ...stopFields,
    inputTokens: positiveCount.optional(),
    outputTokens: positiveCount,
    warmup: warmupField.optional(),
    language: languageField.default('en'),
  }),
);

/** A level per rate; without a warm-up by default, as the arrivals themselves fill the server. */
export function rateLevels(suite: z.infer<typeof rateSchema>): readonly PlannedLevel[] {
  return suite.requestsPerSecond.map((requestsPerSecond) => ({
    name: `${requestsPerSecond}-per-second`,
    suite: 'rate',
    load: { loop: 'open', arrivals: { kind: suite.arrivals, requestsPerSecond } },
    stop: stopOf(suite),
    warmup: suite.warmup ?? { kind: 'requests', count: 0 },
    language: suite.language,
    prompts: { kind: 'generated', sharedPrefix: null },
    salted: true,
    inputTokens: suite.inputTokens === undefined ? null : fixedNumber(suite.inputTokens),
    outputTokens: fixedNumber(suite.outputTokens),
    keepExcerpts: false,
  }));
}
