import { z } from 'zod';
import { nearestName } from '../../errors/nearest-name.ts';
import type { ArrivalPlan } from '../arrival-plan.ts';
import { type Parsed, parsed, refused } from '../parsed.ts';
import { writtenField } from '../written-field.ts';

/** How arrivals at one rate follow one another. */
export type RateArrivals =
  | { readonly kind: 'constant' }
  | { readonly kind: 'poisson' }
  | { readonly kind: 'gamma'; readonly burstiness: number };

/** The kinds that have one rate. */
export const rateArrivalKinds = ['constant', 'poisson', 'gamma'] as const;

/**
 * Below it nearly all gaps of a gamma process are 0 and a rare one is longer than any stage: no run would have its rate. The
 * gaps' deviation is ten times their mean there.
 */
export const leastBurstiness = 0.01;

const block: z.ZodType<RateArrivals> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant') }),
  z.strictObject({ kind: z.literal('poisson') }),
  z.strictObject({ kind: z.literal('gamma'), burstiness: z.number().min(leastBurstiness) }),
]);

/** `poisson`, `constant`, or `{ kind: gamma, burstiness: 0.5 }`. */
export const rateArrivalsField = writtenField<RateArrivals>({
  expected: 'constant, poisson, or { kind: gamma, burstiness: 0.5 }',
  text: parseKind,
  block,
});

function parseKind(text: string): Parsed<RateArrivals> {
  if (text === 'constant' || text === 'poisson') return parsed({ kind: text });
  if (text === 'gamma') return refused('needs a burstiness; write { kind: gamma, burstiness: 0.5 }');
  if (['ramp', 'steps', 'trace', 'at-once'].includes(text))
    return refused(`"${text}" has more than one rate; write a suite of the kind "arrivals"`);
  const near = nearestName(text, rateArrivalKinds);
  return refused(
    `must be constant, poisson, or { kind: gamma, burstiness: 0.5 }, not "${text}"${near === null ? '' : `; did you mean ${near}?`}`,
  );
}

/** The plan of arrivals at a rate. */
export function arrivalsAtRate(arrivals: RateArrivals, requestsPerSecond: number): ArrivalPlan {
  return { ...arrivals, requestsPerSecond };
}
