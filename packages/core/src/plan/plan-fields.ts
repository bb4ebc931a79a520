import { z } from 'zod';
import { usageError } from '../errors/kneepoint-error.ts';
import { readCount } from '../units/read-count.ts';
import { type Micros, micros } from '../units/units.ts';
import { languageProblem } from './language.ts';
import { durationProblem, parseDuration } from './parse-duration.ts';
import { parsed, refused } from './parsed.ts';
import type { StageLimit } from './planned-stage.ts';
import { writtenField } from './written-field.ts';

/** A whole number of at least one, as a number or as a text with its thousands: `200`, `10k`. */
export const positiveCount = writtenField<number>({
  expected: 'a whole number',
  number: (value) => {
    if (!Number.isSafeInteger(value)) return refused(`must be a whole number, not ${value}`);
    return value >= 1 ? parsed(value) : refused(`must be at least 1, not ${value}`);
  },
  text: (text) => {
    const read = readCount(text);
    if (!read.ok) return refused(`must be a whole number, not "${text}"`);
    return read.value >= 1 ? parsed(read.value) : refused(`must be at least 1, not "${text}"`);
  },
});

/** A list of levels: at least one, none twice, since a level's stages are told apart by it. */
export function levels<Level extends z.ZodType<number | string>>(level: Level) {
  return z
    .array(level)
    .min(1)
    .superRefine((values, context) => {
      values.forEach((value, index) => {
        if (values.indexOf(value) === index) return;
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `${JSON.stringify(value)} is in the list twice`,
        });
      });
    });
}

/** A duration with its unit, in microseconds. */
export const durationField = z.unknown().transform((value, context): Micros => {
  const problem = durationValueProblem(value);
  if (problem === null && typeof value === 'string') return parseDuration(value);
  context.addIssue({ code: 'custom', message: problem ?? 'is not a duration' });
  return z.NEVER;
});

/** A duration above zero. */
export const lastingField = durationField.refine((value) => value > 0, {
  message: 'must last longer than zero',
});

/** The ISO 639 code of a language. */
export const languageField = z.string().superRefine((code, context) => {
  const problem = languageProblem(code);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

/** `duration` or `requests`: exactly one of them ends a stage. */
export const stopFields = { duration: lastingField.optional(), requests: positiveCount.optional() };

/** Says that two ends are one too many. */
export function atMostOneEnd<Shape extends z.ZodType>(schema: Shape): Shape {
  return schema.refine((suite) => !(hasKey(suite, 'duration') && hasKey(suite, 'requests')), {
    message: 'has two ends; give either a duration or a number of requests',
    when: () => true,
  });
}

/** Says that exactly one end must be given; runs whatever else is wrong, so that all problems come at once. */
export function exactlyOneEnd<Shape extends z.ZodType>(schema: Shape): Shape {
  return schema.refine((suite) => hasKey(suite, 'duration') !== hasKey(suite, 'requests'), {
    message: 'needs either a duration or a number of requests',
    when: () => true,
  });
}

/** Whether a block has a key; works on anything. */
export function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value && Reflect.get(value, key) !== undefined;
}

type EndFields = { readonly duration?: Micros | undefined; readonly requests?: number | undefined };

/** The end of a stage that a suite names, or `null`. */
export function givenStop(fields: EndFields): StageLimit | null {
  if (fields.duration !== undefined) return { kind: 'duration', micros: fields.duration };
  return fields.requests === undefined ? null : { kind: 'requests', count: fields.requests };
}

/** The end of a stage from the two fields, of which the schema let exactly one through. */
export function stopOf(fields: EndFields): StageLimit {
  const stop = givenStop(fields);
  if (stop === null)
    throw usageError('stage-without-end', 'a stage needs either a duration or a number of requests');
  return stop;
}

/** No pause at all. */
export const noTime: Micros = micros(0);

function durationValueProblem(value: unknown): string | null {
  if (typeof value === 'number') return durationProblem(String(value));
  if (typeof value === 'string') return durationProblem(value);
  return 'must be a duration with its unit, such as "60s"';
}
