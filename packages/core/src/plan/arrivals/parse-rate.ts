import { type Parsed, parsed, refused } from '../parsed.ts';

/** The highest rate that is taken for a rate and not for a slip. */
const highestRate = 1_000_000;

/** A rate in requests per second. Whether 0 is one depends on what it is for. */
export function parseRate(text: string): Parsed<number> {
  const trimmed = text.trim();
  const value = Number(trimmed);
  if (!/^\d+(\.\d+)?$/.test(trimmed) || !Number.isFinite(value))
    return refused(`"${text}" is not a rate in requests per second`);
  return value <= highestRate
    ? parsed(value)
    : refused(`"${text}" is more than ${highestRate} requests per second`);
}
