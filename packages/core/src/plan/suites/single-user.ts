import { z } from 'zod';
import { positiveCount } from '../plan-fields.ts';
import type { PlannedLevel } from '../planned-level.ts';
import { requestContents } from '../prompts/request-contents.ts';
import type { FileFacts } from '../workload-file.ts';
import { checkedRequests, requestFields, suiteRequests } from './suite-requests.ts';

/** One user, one request after the other: what a server gives to a single person. */
export const singleUserSchema = checkedRequests(
  z.strictObject({ kind: z.literal('single-user'), requests: positiveCount, ...requestFields }),
  () => 'users',
);

/** Its one level; by default one request warms up. */
export function singleUserLevels(
  suite: z.infer<typeof singleUserSchema>,
  files: FileFacts,
): readonly PlannedLevel[] {
  return [
    {
      name: 'one-user',
      suite: 'single-user',
      load: { loop: 'closed', users: 1, thinkTime: null },
      stop: { kind: 'requests', count: suite.requests },
      warmup: suite.warmup ?? { kind: 'requests', count: 1 },
      ...requestContents(suiteRequests(suite, 'users'), files),
      keepExcerpts: false,
    },
  ];
}
