import { z } from 'zod';
import { describeIssue, shown } from './describe-problem.ts';
import { type Parsed, refused } from './parsed.ts';

/** The ways to write one value in a plan: as a number, as the text that its flag takes, or as a block of keys. */
export type WrittenForms<Value> = {
  /** What may stand there, for a message: `a number of tokens, or ...`. */
  readonly expected: string;
  readonly number?: (value: number) => Parsed<Value>;
  readonly text?: (value: string) => Parsed<Value>;
  readonly list?: z.ZodType<Value>;
  readonly block?: z.ZodType<Value>;
};

/** A field that takes each of the forms. Problems inside a block are told at their own key. */
export function writtenField<Value>(forms: WrittenForms<Value>) {
  return z.unknown().transform((value, context): Value => {
    const schema = Array.isArray(value) ? forms.list : isBlock(value) ? forms.block : undefined;
    if (schema === undefined) {
      const read = readSimple(value, forms);
      if (read.ok) return read.value;
      context.addIssue({ code: 'custom', message: read.problem });
      return z.NEVER;
    }
    const inner = schema.safeParse(value);
    if (inner.success) return inner.data;
    for (const { path, text } of inner.error.issues.flatMap((issue) => describeIssue(issue, schema, value)))
      context.addIssue({ code: 'custom', path: [...path], message: text });
    return z.NEVER;
  });
}

function readSimple<Value>(value: unknown, forms: WrittenForms<Value>): Parsed<Value> {
  if (value === undefined) return refused(`is missing (${forms.expected})`);
  if (typeof value === 'number' && forms.number !== undefined) return forms.number(value);
  if (typeof value === 'string' && forms.text !== undefined) return forms.text(value);
  return refused(`must be ${forms.expected}, not ${shown(value)}`);
}

function isBlock(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
