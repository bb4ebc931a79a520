import { durationProblem, parseDuration } from '../parse-duration.ts';
import { type Parsed, parsed, refused } from '../parsed.ts';

/** What a drawn number counts: tokens or turns, as whole numbers from 1, or a time in microseconds. */
export type NumberUnit = {
  readonly name: 'tokens' | 'turns' | 'time';
  readonly smallest: number;
  /** One number as a person writes it. */
  readonly read: (text: string) => Parsed<number>;
  /** How a person writes this one. */
  readonly write: (value: number) => string;
  /** What may stand there, for a message. */
  readonly forms: string;
};

const lengthForms = 'a number such as 200, or uniform:100-300, normal:200,50, lognormal:200,0.5 or file:PATH';

/** Lengths in tokens. */
export const tokenUnit: NumberUnit = {
  name: 'tokens',
  smallest: 1,
  read: readNumber,
  write: String,
  forms: lengthForms,
};

/** Turns of a conversation. */
export const turnUnit: NumberUnit = { ...tokenUnit, name: 'turns' };

/** Pauses in microseconds. */
export const timeUnit: NumberUnit = {
  name: 'time',
  smallest: 0,
  read: readTime,
  write: (value) => (value % 1_000_000 === 0 ? `${value / 1_000_000}s` : `${value / 1_000}ms`),
  forms: 'a time such as 2s, or exponential:2s, uniform:1s-3s, normal:2s,500ms or lognormal:2s,0.5',
};

/** A number without a unit. */
export function readNumber(text: string): Parsed<number> {
  return /^\s*\d+(\.\d+)?\s*$/.test(text) ? parsed(Number(text)) : refused(`"${text}" is not a number`);
}

function readTime(text: string): Parsed<number> {
  const problem = durationProblem(text);
  return problem === null ? parsed(parseDuration(text)) : refused(problem);
}
