import { z } from 'zod';
import { pausesField } from '../numbers/distribution-field.ts';
import { exactlyOneEnd, levels, positiveCount, stopFields, stopOf } from '../plan-fields.ts';
import type { PlannedLevel } from '../planned-level.ts';
import { requestContents } from '../prompts/request-contents.ts';
import type { FileFacts } from '../workload-file.ts';
import { checkedRequests, requestFields, suiteRequests } from './suite-requests.ts';

/**
 * N users at once, each with a new request as soon as the last one is answered, or after a pause; `requests` are those of a
 * whole level.
 */
export const concurrencySchema = checkedRequests(
  exactlyOneEnd(
    z.strictObject({
      kind: z.literal('concurrency'),
      users: levels(positiveCount),
      thinkTime: pausesField.optional(),
      ...stopFields,
      ...requestFields,
    }),
  ),
  () => 'users',
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
export function concurrencyLevels(
  suite: z.infer<typeof concurrencySchema>,
  files: FileFacts,
): readonly PlannedLevel[] {
  return suite.users.map((users) => ({
    name: `${users}-users`,
    suite: 'concurrency',
    load: { loop: 'closed', users, thinkTime: suite.thinkTime ?? null },
    stop: stopOf(suite),
    warmup: suite.warmup ?? { kind: 'requests', count: users },
    ...requestContents(suiteRequests(suite, 'users'), files),
    keepExcerpts: false,
  }));
}
