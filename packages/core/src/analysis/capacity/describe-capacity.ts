import type { Capacity } from '../../result/capacity-schema.ts';
import type { CapacityVerdict } from './capacity-verdict.ts';

/** What a search found, as the result file holds it. `slo` are the conditions as a person wrote them. */
export function describeCapacity(verdict: CapacityVerdict, slo: readonly string[]): Capacity {
  const { confirmation, brokenFirst, clientLimit } = verdict;
  return {
    ...verdict,
    slo: [...slo],
    interval: { ...verdict.interval },
    confirmation:
      confirmation === null
        ? null
        : { kept: confirmation.kept, terms: confirmation.terms.map((term) => ({ ...term })) },
    brokenFirst: brokenFirst === null ? null : { ...brokenFirst },
    clientLimit: clientLimit === null ? null : { ...clientLimit },
    curve: verdict.curve.map((point) => ({
      ...point,
      figures: point.figures.map((figure) => ({ ...figure })),
    })),
  };
}
