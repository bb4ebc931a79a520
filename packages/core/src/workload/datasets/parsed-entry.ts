import { z } from 'zod';
import type { DatasetEntry } from './dataset-pack.ts';

/** An entry, or what is wrong with it and in which field. */
export type ParsedEntry =
  | { readonly kind: 'entry'; readonly entry: DatasetEntry }
  | { readonly kind: 'bad'; readonly problem: string };

/** An entry that cannot be used. */
export const badEntry = (problem: string): ParsedEntry => ({ kind: 'bad', problem });

/** An entry with what its format does not say left empty. */
export function goodEntry(entry: Partial<DatasetEntry> & Pick<DatasetEntry, 'text'>): ParsedEntry {
  return {
    kind: 'entry',
    entry: { systemText: null, history: [], laterTurns: [], outputTokens: null, ...entry },
  };
}

/** The first problem of a value that its schema refuses, as `messages[1].content is missing`. */
export function firstProblem(error: z.ZodError, parent = ''): string {
  const issue = error.issues[0];
  const path = [...(parent === '' ? [] : [parent]), ...(issue?.path ?? [])];
  const field = path.length === 0 ? 'it' : z.core.toDotPath(path);
  return `${field} ${issue?.message ?? 'is not as it should be'}`;
}

/** The message of a field that is missing or of a wrong type. */
export const mustBe =
  (what: string) =>
  (issue: { readonly input?: unknown }): string =>
    issue.input === undefined ? 'is missing' : `must be ${what}`;

/** A text; lists of parts, as messages with images are, get a sentence of their own. */
export const plainText: z.ZodString = z.string({
  error: (issue) =>
    Array.isArray(issue.input)
      ? 'is a list of parts (images, audio or pieces of text); only messages of plain text are in scope: give the text itself'
      : mustBe('a text')(issue),
});

const wholeCount = z
  .int({ error: mustBe('a whole number of at least 1') })
  .min(1, { error: 'must be at least 1' })
  .nullish();

/** Names under which files say how many tokens to ask for; the first one that is there holds. */
export const outputLengthShape = {
  output_tokens: wholeCount,
  output_len: wholeCount,
  max_tokens: wholeCount,
  max_completion_tokens: wholeCount,
  completion_tokens: wholeCount,
} as const;

/** The number of tokens that an entry asks for, `null` where it does not say. */
export function outputLengthOf(entry: z.infer<z.ZodObject<typeof outputLengthShape>>): number | null {
  return (
    entry.output_tokens ??
    entry.output_len ??
    entry.max_tokens ??
    entry.max_completion_tokens ??
    entry.completion_tokens ??
    null
  );
}

/** Whether a text has nothing to read in it. */
export const isBlank = (text: string): boolean => text.trim() === '';
