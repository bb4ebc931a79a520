import { z } from 'zod';
import { arrivalsAtRate, rateArrivalsField } from '../arrivals/rate-arrivals-field.ts';
import { exactlyOneEnd, levels, stopFields, stopOf } from '../plan-fields.ts';
import type { PlannedLevel } from '../planned-level.ts';
import { requestContents } from '../prompts/request-contents.ts';
import type { FileFacts } from '../workload-file.ts';
import { checkedRequests, requestFields, suiteRequests } from './suite-requests.ts';

/** Requests that arrive at a rate, whether or not earlier ones are answered; `poisson` unless said otherwise. */
export const rateSchema = checkedRequests(
  exactlyOneEnd(
    z.strictObject({
      kind: z.literal('rate'),
      requestsPerSecond: levels(z.number().positive()),
      arrivals: rateArrivalsField.optional(),
      ...stopFields,
      ...requestFields,
    }),
  ),
  () => 'poisson',
);

/** A level per rate; without a warm-up by default, as the arrivals themselves fill the server. */
export function rateLevels(suite: z.infer<typeof rateSchema>, files: FileFacts): readonly PlannedLevel[] {
  const arrivals = suite.arrivals ?? { kind: 'poisson' };
  return suite.requestsPerSecond.map((requestsPerSecond) => ({
    name: `${requestsPerSecond}-per-second`,
    suite: 'rate',
    load: { loop: 'open', arrivals: arrivalsAtRate(arrivals, requestsPerSecond) },
    stop: stopOf(suite),
    warmup: suite.warmup ?? { kind: 'requests', count: 0 },
    ...requestContents(suiteRequests(suite, arrivals.kind), files),
    keepExcerpts: false,
  }));
}
