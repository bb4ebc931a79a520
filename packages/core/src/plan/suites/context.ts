import { z } from 'zod';
import { fixedNumber } from '../number-distribution.ts';
import { atMostOneEnd, givenStop, levels, positiveCount, stopFields } from '../plan-fields.ts';
import type { PlannedLevel } from '../planned-level.ts';
import { requestContents } from '../prompts/request-contents.ts';
import type { FileFacts } from '../workload-file.ts';
import { checkedRequests, requestFields, suiteRequests } from './suite-requests.ts';

const defaultRequests = 5;

/** Longer and longer prompts: one user unless more are asked for, 5 requests a length unless an end is given. */
export const contextSchema = checkedRequests(
  atMostOneEnd(
    z.strictObject({
      kind: z.literal('context'),
      ...requestFields,
      ...stopFields,
      inputTokens: levels(positiveCount),
      users: positiveCount.default(1),
    }),
  ),
  () => 'users',
).superRefine((suite, context) => {
  const kind = suite.prompts?.kind ?? 'generated';
  if (kind === 'generated' || kind === 'conversation') return;
  const message = `these prompts have their own length, which the suite "context" is to set; leave them out`;
  context.addIssue({ code: 'custom', path: ['prompts'], message });
});

/** A level per prompt length; by default each user warms up with one request. */
export function contextLevels(
  suite: z.infer<typeof contextSchema>,
  files: FileFacts,
): readonly PlannedLevel[] {
  return suite.inputTokens.map((tokens) => ({
    name: `${tokens}-tokens`,
    suite: 'context',
    load: { loop: 'closed', users: suite.users, thinkTime: null },
    stop: givenStop(suite) ?? { kind: 'requests', count: defaultRequests * suite.users },
    warmup: suite.warmup ?? { kind: 'requests', count: suite.users },
    ...requestContents(suiteRequests({ ...suite, inputTokens: fixedNumber(tokens) }, 'users'), files),
    keepExcerpts: false,
  }));
}
