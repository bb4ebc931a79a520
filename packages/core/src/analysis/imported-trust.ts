import type { Stage } from '../result/stage-schema.ts';
import type { TrustCode } from './trust-code.ts';

/**
 * How far can figures be trusted that another tool measured, or that a person wrote down? No record of the client's own
 * health comes with them, so whether it was the bottleneck cannot be told, and no more than `suspect` is deserved.
 */
export function importedTrust(): Stage['trust'] {
  const code: TrustCode = 'client-not-watched';
  const message = 'another tool or a person made these figures, and whether the client kept up is not known';
  return { verdict: 'suspect', reasons: [{ code, message, value: null, limit: null }] };
}
