import { z } from 'zod';
import { describeIssue, shown } from '../describe-problem.ts';
import type { Parsed } from '../parsed.ts';

/** How the keys and the values of a block are read. */
export type EntriesForm<Key, Value> = {
  /** What the block holds, for a message. */
  readonly expected: string;
  readonly key: (text: string) => Parsed<Key>;
  readonly value: z.ZodType<Value>;
  /** What is wrong with a key and a value that are right each by themselves, or `null`. */
  readonly together?: (key: Key, value: Value) => string | null;
};

/** One entry of a block. */
export type Entry<Key, Value> = { readonly key: Key; readonly value: Value };

/** A block whose keys a person chooses, as a list in its order. Every problem stands at its own key. */
export function entriesField<Key, Value>(form: EntriesForm<Key, Value>) {
  return z.unknown().transform((block, context): readonly Entry<Key, Value>[] => {
    if (typeof block !== 'object' || block === null || Array.isArray(block)) {
      context.addIssue({ code: 'custom', message: `must be ${form.expected}, not ${shown(block)}` });
      return z.NEVER;
    }
    const entries: Entry<Key, Value>[] = [];
    for (const [name, written] of Object.entries(block)) {
      const key = form.key(name);
      const value = form.value.safeParse(written);
      if (!key.ok) context.addIssue({ code: 'custom', path: [name], message: key.problem });
      for (const issue of value.error?.issues ?? [])
        for (const { path, text } of describeIssue(issue, form.value, written))
          context.addIssue({ code: 'custom', path: [name, ...path], message: text });
      if (!key.ok || !value.success) continue;
      const problem = form.together?.(key.value, value.data) ?? null;
      if (problem !== null) context.addIssue({ code: 'custom', path: [name], message: problem });
      entries.push({ key: key.value, value: value.data });
    }
    return entries;
  });
}
