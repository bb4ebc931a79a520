import type { Result } from '../../../result/result-file.ts';
import type { Claim } from '../../../result/source-schema.ts';

/** The statements of one kind that the source's document makes; none for what Kneepoint measured. */
export function claimsOf<Kind extends Claim['kind']>(
  { source }: Result,
  kind: Kind,
): Extract<Claim, { kind: Kind }>[] {
  if (source.kind !== 'imported') return [];
  return source.claims.filter((claim): claim is Extract<Claim, { kind: Kind }> => claim.kind === kind);
}
