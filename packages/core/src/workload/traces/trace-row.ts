/** One recorded request as its line says it. */
export type TraceRow = {
  readonly kind: 'row';
  /** Whole microseconds from any zero that all lines share. */
  readonly micros: number;
  /** -1 where the line does not say. */
  readonly inputTokens: number;
  /** -1 where the line does not say. */
  readonly outputTokens: number;
  /** Numbers of the blocks that the prompt opens with; empty where the line names none. */
  readonly blocks: readonly number[];
};

/** What is wrong with a line, in words that name its field. */
export type LineProblem = { readonly kind: 'problem'; readonly problem: string };

/** Reads one line. */
export type LineReader = (line: string) => TraceRow | LineProblem;

/** The longest prompt or answer that is believed: no server holds more. */
export const maximumTokens = 10_000_000;

/**
 * The latest instant that is believed, in seconds: the year 2096, for traces that count from 1970. Up to here a double of
 * seconds or milliseconds still tells one microsecond from the next.
 */
export const maximumSeconds = 4_000_000_000;

export const lineProblem = (problem: string): LineProblem => ({ kind: 'problem', problem });

/** A problem of one field: what it must be and what it is. */
export function fieldProblem(field: string, rule: string, value: unknown): LineProblem {
  if (value === undefined) return lineProblem(`${field} is missing; it must be ${rule}`);
  const shown = JSON.stringify(value);
  return lineProblem(
    `${field} must be ${rule}, not ${shown.length > 60 ? `${shown.slice(0, 60)}...` : shown}`,
  );
}

/** The rule of a length, for messages. */
export const tokensRule = `a whole number of tokens from 0 to ${maximumTokens}`;
