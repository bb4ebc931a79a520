import { maximumSeconds, maximumTokens } from './trace-row.ts';

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Whether a text is a decimal number, and nothing else: no blank, no NaN, no hexadecimal. */
export const isDecimal = (text: string): boolean => decimal.test(text);

/** A number of tokens; `null` for anything but a whole number within the limits. `472.0` is whole. */
export function parseTokens(text: string): number | null {
  if (!isDecimal(text)) return null;
  const tokens = Number(text);
  return Number.isInteger(tokens) && tokens >= 0 && tokens <= maximumTokens ? tokens : null;
}

/** Seconds as whole microseconds; `null` for anything but a number within the limits. */
export function parseSeconds(text: string): number | null {
  if (!isDecimal(text)) return null;
  const seconds = Number(text);
  return seconds >= 0 && seconds <= maximumSeconds ? Math.round(seconds * 1_000_000) : null;
}

/** The rule of an instant in seconds, for messages. */
export const secondsRule = `a number of seconds from 0 to ${maximumSeconds}`;
