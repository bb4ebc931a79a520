import type { CrossCheck } from '../../result/cross-check-schema.ts';
import type { TrustCode } from '../trust-code.ts';
import { finding, type TrustFinding } from '../trust-finding.ts';

/**
 * What lowers a stage's trust: requests and tokens are counted exactly on both sides, so a difference means that the load was
 * not ours alone, or that counts are wrong. Latencies are shown side by side but judge nothing: on a busy host the way
 * alone can take them apart.
 */
export function crossCheckFindings(checks: readonly CrossCheck[]): readonly TrustFinding[] {
  return checks.flatMap((check) => {
    if (check.explained !== false) return [];
    const code = codeOf(check);
    if (code === null) return [];
    return [finding('suspect', { code, message: check.message, value: check.client, limit: check.server })];
  });
}

function codeOf({ code, client, server }: CrossCheck): TrustCode | null {
  switch (code) {
    case 'requests':
      return (client ?? 0) < (server ?? 0) ? 'server-shared' : 'server-counts-fewer-requests';
    case 'generation-tokens':
      return 'server-counts-other-tokens';
    case 'time-to-first-token':
    case 'inter-token-latency':
      return null;
  }
}
