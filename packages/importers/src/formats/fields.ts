import { usageError } from '@kneepoint/core';
import { z } from 'zod';

/** A number of another tool: what is missing, `null`, infinite or not a number is unknown. */
export const numberField = z
  .preprocess(
    (value) => (value === 'Infinity' || value === '-Infinity' || value === 'inf' ? null : finite(value)),
    z.number().nullable(),
  )
  .optional()
  .transform((value) => value ?? null);

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');

/**
 * Lists of numbers, a list a request; `null` where there are none. Checked by hand: a file may hold millions of them, and
 * a schema for each number takes ten times as long.
 */
export const numberListsField = z
  .custom<readonly (readonly number[])[]>(
    (value) => Array.isArray(value) && value.every(isNumbers),
    'expected a list of lists of numbers',
  )
  .nullish()
  .transform((lists) => lists ?? null);

/** A list of numbers; those that are unknown are passed over. `null` where there is no list. */
export const numbersField = z
  .array(numberField)
  .nullish()
  .transform((values) => values?.filter((value) => value !== null) ?? null);

/** A text; `null` where there is none. */
export const textField = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const finite = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;

/** Checks a tool's document; throws a usage error that names the first fields that are not as the format has them. */
export function checkFormat<Schema extends z.ZodType>(
  schema: Schema,
  document: unknown,
  { name, tool }: { readonly name: string; readonly tool: string },
): z.output<Schema> {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || '(top)'}: ${issue.message}`);
  throw usageError(
    'import-other-shape',
    `${name} is not as ${tool} writes it: ${problems.join('; ')}`,
    'give the file as the tool wrote it; --format says which tool it was',
  );
}

/** Whether a document is an object that has every one of these keys. */
export const hasKeys = (document: unknown, ...keys: readonly string[]): boolean =>
  typeof document === 'object' && document !== null && keys.every((key) => key in document);
