import { z } from 'zod';
import { fixedNumber, type NumberDistribution } from '../number-distribution.ts';
import { type Parsed, parsed, refused } from '../parsed.ts';
import { durationField } from '../plan-fields.ts';
import { writtenField } from '../written-field.ts';
import { lognormalNumbers, normalNumbers } from './bounded-numbers.ts';
import { distributionProblem } from './check-distribution.ts';
import { type NumberUnit, timeUnit, tokenUnit, turnUnit } from './number-unit.ts';
import { parseDistribution } from './parse-distribution.ts';

/** Lengths in tokens: a number, a text such as `normal:200,50`, or a block such as `{ kind: normal, mean: 200, deviation: 50 }`. */
export const tokensField = distributionField(tokenUnit, 'a number of tokens');
/** Turns of a conversation, written like lengths. */
export const turnsField = distributionField(turnUnit, 'a number of turns');
/** Pauses: a time with its unit, a text such as `exponential:2s`, or a block. */
export const pausesField = distributionField(timeUnit, 'a time such as 2s');

function distributionField(unit: NumberUnit, expected: string) {
  return writtenField<NumberDistribution>({
    expected,
    number: (value) => numberOf(value, unit),
    text: (text) => parseDistribution(text, unit),
    block: distributionBlock(unit),
  });
}

/** A time without a unit is refused by its text form, which says why. */
function numberOf(value: number, unit: NumberUnit): Parsed<NumberDistribution> {
  if (unit.name === 'time') return parseDistribution(String(value), unit);
  const problem = distributionProblem(fixedNumber(value), unit);
  return problem === null ? parsed(fixedNumber(value)) : refused(problem);
}

function distributionBlock(unit: NumberUnit): z.ZodType<NumberDistribution> {
  const number = unit.name === 'time' ? durationField : z.number().nonnegative();
  const sigma = z.number().nonnegative();
  const bounds = { min: number.optional(), max: number.optional() };
  return z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fixed'), value: number }),
      z.strictObject({ kind: z.literal('uniform'), min: number, max: number }),
      z
        .strictObject({ kind: z.literal('normal'), mean: number, deviation: number, ...bounds })
        .transform((block) => normalNumbers(block.mean, block.deviation, block, unit)),
      z
        .strictObject({ kind: z.literal('lognormal'), median: number, sigma, ...bounds })
        .transform((block) => lognormalNumbers(block.median, block.sigma, block, unit)),
      z.strictObject({ kind: z.literal('exponential'), mean: number }),
      z
        .strictObject({ kind: z.literal('file'), path: z.string().min(1) })
        .transform(({ path }): NumberDistribution => ({ kind: 'empirical', values: [], source: path })),
    ])
    .superRefine((numbers, context) => {
      const message = distributionProblem(numbers, unit);
      if (message !== null) context.addIssue({ code: 'custom', message });
    });
}
