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
  reference: {
    basis:
      'what every stage of a result has: counts, window, lengths, warm-up, and the health of the load generator',
    addresses: [],
  },
  find: ({ source, stages }) => {
    if (source.kind !== 'imported' || stages.length === 0) return [];
    const untold = untoldThings.filter((thing) =>
      stages.every((stage) => !isTold[thing](stage, source.format)),
    );
    if (untold.length === 0) return [];
    // Hardly any tool watches itself, nor writes its warm-up down: alone these are to know only.
    const isMinor = untold.every((thing) => thing === 'client' || thing === 'warm-up');
    return [{ where: [], evidence: { untold }, ...(isMinor ? { severity: 'note' as const } : {}) }];
  },
};

const isTold: Record<UntoldThing, (stage: Stage, format: string) => boolean> = {
  requests: ({ counts, metrics }) => counts !== null || (metrics.e2e.count ?? 0) > 0,
  // A tool's own figures are over its whole run, which its importer says; a table may be of anything.
  window: ({ window }, format) => window.start !== null || window.whole !== null || format !== 'tables',
  lengths: ({ lengths, tokens }) => lengths.output.mean !== null || tokens.output !== null,
  'warm-up': ({ warmup }) => warmup !== null,
  client: ({ generator }) => generator !== null,
};
