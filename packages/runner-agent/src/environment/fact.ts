/** A fact that was read, with where from. */
export type KnownFact<Value> = { readonly value: Value; readonly source: string; readonly reason: null };
/** A fact that could not be read, with why. */
export type UnknownFact = { readonly value: null; readonly source: string | null; readonly reason: string };
/** One fact of the environment: its value and source, or `null` and the reason. Never a guess, never a zero for unknown. */
export type Fact<Value> = KnownFact<Value> | UnknownFact;

export const known = <Value>(value: Value, source: string): KnownFact<Value> => ({
  value,
  source,
  reason: null,
});

export const unreadable = (reason: string, source: string | null = null): UnknownFact => ({
  value: null,
  source,
  reason,
});
