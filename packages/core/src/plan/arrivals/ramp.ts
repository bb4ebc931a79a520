import { z } from 'zod';
import type { ArrivalPlan } from '../arrival-plan.ts';
import { durationProblem, parseDuration } from '../parse-duration.ts';
import { allParsed, type Parsed, parsed, refused } from '../parsed.ts';
import { lastingField } from '../plan-fields.ts';
import { parseRate } from './parse-rate.ts';

/** A rate that changes from one value to another. */
export type RampPlan = Extract<ArrivalPlan, { readonly kind: 'ramp' }>;

const curves = ['linear', 'exponential'] as const;
const form = 'FROM:TO:TIME such as 1:20:30s, with :exponential for a curve';

/** A ramp as `--ramp` takes it: `1:20:30s`, `1:20:30s:exponential`. */
export function parseRamp(text: string): Parsed<RampPlan> {
  const [fromText, toText, timeText, curveText = 'linear', ...more] = text
    .split(':')
    .map((part) => part.trim());
  if (fromText === undefined || toText === undefined || timeText === undefined || more.length > 0)
    return refused(`"${text}" is not ${form}`);
  const rates = allParsed([parseRate(fromText), parseRate(toText)]);
  if (!rates.ok) return rates;
  const problem = durationProblem(timeText);
  if (problem !== null) return refused(problem);
  const curve = curves.find((name) => name === curveText);
  if (curve === undefined) return refused(`"${curveText}" is not a curve; there are ${curves.join(' and ')}`);
  const [from = 0, to = 0] = rates.value;
  const plan: RampPlan = { kind: 'ramp', from, to, curve, micros: parseDuration(timeText) };
  const wrong = rampProblem(plan);
  return wrong === null ? parsed(plan) : refused(wrong);
}

/** A ramp as a block of keys. */
export const rampBlock = z
  .strictObject({
    kind: z.literal('ramp'),
    from: z.number().nonnegative(),
    to: z.number().nonnegative(),
    over: lastingField,
    curve: z.enum(curves).default('linear'),
  })
  .transform(({ kind, from, to, over, curve }): RampPlan => ({ kind, from, to, curve, micros: over }))
  .superRefine((plan, context) => {
    const message = rampProblem(plan);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

function rampProblem({ from, to, curve, micros }: RampPlan): string | null {
  if (micros <= 0) return 'a ramp must last longer than zero';
  if (from === 0 && to === 0) return 'a ramp from 0 to 0 has no requests';
  // A curve that multiplies never leaves 0, and never reaches it.
  return curve === 'exponential' && (from === 0 || to === 0)
    ? 'an exponential ramp cannot start or end at 0; write a small rate such as 0.1'
    : null;
}
