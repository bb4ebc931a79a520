import { isClientTrustCode } from '../../trust-code.ts';
import type { TipRule } from './tip-rule.ts';

/** A worker that is less busy than this is not what runs short; something else on the host is. */
const busyShare = 0.7;

/** The client, not a server, was short of something at these stages. */
export const clientLimit: TipRule = (result) => {
  const found = result.stages.filter(
    ({ trust }) => trust.verdict !== 'valid' && trust.reasons.some(({ code }) => isClientTrustCode(code)),
  );
  if (found.length === 0) return [];
  const busiest = Math.max(0, ...found.flatMap(({ generator }) => generator?.cpuShare ?? []));
  return [
    {
      code: 'client-limit',
      target: null,
      engine: 'other',
      names: {},
      stages: found.map(({ id }) => id),
      evidence: [
        { name: 'stages', value: found.length, unit: 'count' },
        { name: 'of', value: result.stages.length, unit: 'count' },
        ...(busiest >= busyShare ? [{ name: 'cpuShare', value: busiest, unit: 'share' }] : []),
      ],
    },
  ];
};
