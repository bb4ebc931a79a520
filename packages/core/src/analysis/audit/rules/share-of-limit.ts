import type { Result } from '../../../result/result-file.ts';
import type { AuditRule } from '../audit-rule.ts';
import { coldSingleUsers } from '../reading/cold-single-user.ts';
import { singleUserOf } from '../reading/single-user.ts';
import { decodeLimitOf } from '../reading/target-limits.ts';

/** Speeds for one user in tokens per second, each with its share of the limit. */
export type ShareOfLimit = {
  readonly target: string;
  readonly limit: number;
  readonly weightBytes: number | null;
  /** Bytes per second. */
  readonly bandwidth: number | null;
  readonly speeds: readonly { readonly tokensPerSecond: number; readonly share: number }[];
};

/** What share of the hardware's limit a target reaches for one user: to know, not to correct. */
export const shareOfLimit: AuditRule<'share-of-limit', ShareOfLimit> = {
  code: 'share-of-limit',
  severity: 'note',
  explanation:
    'For one user every token reads all weights once, so that the bandwidth sets the pace. Where one engine reaches much less of it than another on the same hardware, something else costs the time.',
  reference: {
    basis:
      'tokens per second at most = memory bandwidth / bytes of the weights, for one user and a short context',
    addresses: [],
  },
  find: (result) =>
    result.targets.flatMap(({ name }) => {
      const evidence = shareOf(result, name);
      return evidence === null ? [] : [{ where: [{ kind: 'target', target: name }], evidence }];
    }),
};

function shareOf(result: Result, target: string): ShareOfLimit | null {
  const bound = decodeLimitOf(result, target);
  const single = singleUserOf(result, target);
  if (bound === null || bound.limit === null || single === null) return null;
  const { limit, inputs } = bound;
  const cold = coldSingleUsers(result).find((found) => found.target === target) ?? null;
  const speeds = cold === null ? [single.speed] : [cold.steady, single.speed];
  return {
    target,
    limit,
    weightBytes: inputs.weightBytes,
    bandwidth: inputs.bandwidth,
    speeds: speeds.map((tokensPerSecond) => ({ tokensPerSecond, share: tokensPerSecond / limit })),
  };
}
