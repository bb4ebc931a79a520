import { z } from 'zod';
import type { ArrivalPlan, RateStep } from '../arrival-plan.ts';
import { durationProblem, parseDuration } from '../parse-duration.ts';
import { allParsed, type Parsed, parsed, refused } from '../parsed.ts';
import { lastingField } from '../plan-fields.ts';
import { writtenField } from '../written-field.ts';
import { parseRate } from './parse-rate.ts';

/** One rate after the other. */
export type StepsPlan = Extract<ArrivalPlan, { readonly kind: 'steps' }>;

/** Steps as `--steps` takes them: `2:10s,8:10s`. A rate of 0 is a pause. */
export function parseSteps(text: string): Parsed<StepsPlan> {
  const steps = allParsed(text.split(',').map(parseStep));
  if (!steps.ok) return steps;
  const problem = stepsProblem(steps.value);
  return problem === null ? parsed({ kind: 'steps', steps: steps.value }) : refused(problem);
}

function parseStep(text: string): Parsed<RateStep> {
  const [rateText, timeText, ...more] = text.split(':').map((part) => part.trim());
  if (rateText === undefined || timeText === undefined || more.length > 0)
    return refused(`"${text.trim()}" is not a step RATE:TIME such as 2:10s`);
  const rate = parseRate(rateText);
  if (!rate.ok) return rate;
  const problem = durationProblem(timeText);
  if (problem !== null) return refused(problem);
  const micros = parseDuration(timeText);
  return micros > 0
    ? parsed({ requestsPerSecond: rate.value, micros })
    : refused(`the step "${text.trim()}" must last longer than zero`);
}

function stepsProblem(steps: readonly RateStep[]): string | null {
  if (steps.length === 0) return 'must not be empty';
  return steps.some((step) => step.requestsPerSecond > 0) ? null : 'steps need one with a rate above 0';
}

const stepBlock = z
  .strictObject({ requestsPerSecond: z.number().nonnegative(), duration: lastingField })
  .transform(({ requestsPerSecond, duration }): RateStep => ({ requestsPerSecond, micros: duration }));

const stepList: z.ZodType<readonly RateStep[]> = z.array(stepBlock).superRefine((steps, context) => {
  const message = stepsProblem(steps);
  if (message !== null) context.addIssue({ code: 'custom', message });
});

/** Steps as a block of keys: a list, or the text of the flag. */
export const stepsBlock = z
  .strictObject({
    kind: z.literal('steps'),
    steps: writtenField<readonly RateStep[]>({
      expected: 'a list of steps, or a text such as "2:10s,8:10s"',
      text: (text) => {
        const read = parseSteps(text);
        return read.ok ? parsed(read.value.steps) : read;
      },
      list: stepList,
    }),
  })
  .transform((block): StepsPlan => block);
