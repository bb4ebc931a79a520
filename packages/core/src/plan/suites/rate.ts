import { z } from 'zod';
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
import { arrivalKinds } from '../planned-stage.ts';

/** Requests that arrive at a rate, whether or not earlier ones are answered. */
export const rateSchema = exactlyOneEnd(
  z.strictObject({
    kind: z.literal('rate'),
    requestsPerSecond: levels(z.number().positive()),
    arrivals: z.enum(arrivalKinds).default('poisson'),
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
    load: { loop: 'open', requestsPerSecond, arrivals: suite.arrivals },
    stop: stopOf(suite),
    warmup: suite.warmup ?? { kind: 'requests', count: 0 },
    language: suite.language,
    inputTokens: suite.inputTokens ?? null,
    outputTokens: suite.outputTokens,
    keepExcerpts: false,
  }));
}
