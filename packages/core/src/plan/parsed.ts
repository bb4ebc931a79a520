/** A text that was read, or what is wrong with it in words that follow its name: `"x" is not a number`. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

/** It was read. */
export const parsed = <Value>(value: Value): Parsed<Value> => ({ ok: true, value });

/** It was not. */
export const refused = (problem: string): Parsed<never> => ({ ok: false, problem });

/** The values of several texts, or the first thing that is wrong with one of them. */
export function allParsed<Value>(parts: readonly Parsed<Value>[]): Parsed<readonly Value[]> {
  const values: Value[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    values.push(part.value);
  }
  return parsed(values);
}
