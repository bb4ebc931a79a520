import type { Stage } from '../../../result/stage-schema.ts';
import type { AuditRule } from '../audit-rule.ts';

/** What a document can leave untold. */
export const untoldThings = ['requests', 'window', 'lengths', 'warm-up', 'client'] as const;
export type UntoldThing = (typeof untoldThings)[number];

/** What is told of no stage at all, in the order above. */
export type MethodNotTold = { readonly untold: readonly UntoldThing[] };

/** An imported document that does not say how it measured. */
export const methodNotTold: AuditRule<'method-not-told', MethodNotTold> = {
  code: 'method-not-told',
  severity: 'warning',
  explanation:
    'Without the number of requests, the window and the lengths nobody can repeat a figure or say how far it can be trusted; a client that nobody watched may have been the limit itself.',
  reference:
    'what every stage of a result has: counts, window, lengths, warm-up, and the health of the load generator',
  find: ({ source, stages }) => {
    if (source.kind !== 'imported' || stages.length === 0) return [];
    const untold = untoldThings.filter((thing) => stages.every((stage) => !isTold[thing](stage)));
    if (untold.length === 0) return [];
    // Hardly any tool watches itself, nor writes its warm-up down: alone these are to know only.
    const isMinor = untold.every((thing) => thing === 'client' || thing === 'warm-up');
    return [{ where: [], evidence: { untold }, ...(isMinor ? { severity: 'note' as const } : {}) }];
  },
};

const isTold: Record<UntoldThing, (stage: Stage) => boolean> = {
  requests: ({ counts, metrics }) => counts !== null || (metrics.e2e.count ?? 0) > 0,
  window: ({ window }) => window.start !== null || window.whole !== null,
  lengths: ({ lengths, tokens }) => lengths.output.mean !== null || tokens.output !== null,
  'warm-up': ({ warmup }) => warmup !== null,
  client: ({ generator }) => generator !== null,
};
