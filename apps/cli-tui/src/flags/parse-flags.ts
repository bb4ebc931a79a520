import {
  languageProblem,
  type Micros,
  nearestName,
  type Parsed,
  readCount,
  readDuration,
  usageError,
} from '@kneepoint/core';

/** Parsers of flag values: each throws a usage error that names the flag, the value and the form that works. */

/** A count such as `200` or `10k`, at least 1. */
export function positiveWhole(flag: string, text: string): number {
  const read = readCount(text);
  if (read.ok && read.value >= 1) return read.value;
  throw usageError(
    'flag-value',
    `${flag} ${JSON.stringify(text)} is not a whole number of at least 1`,
    `for example: ${flag} 10, or ${flag} 10k`,
  );
}

/** Counts between commas, each once. */
export function positiveWholes(flag: string, text: string): number[] {
  const parts = text.split(',').map((part) => part.trim());
  return distinct(
    flag,
    parts.map((part) => positiveWhole(flag, part)),
  );
}

/** One number above 0. */
export function positiveNumber(flag: string, text: string): number {
  const [value = 0, ...more] = positiveNumbers(flag, text);
  if (more.length === 0) return value;
  throw usageError(
    'flag-value',
    `${flag} ${JSON.stringify(text)} is not one number`,
    `for example: ${flag} 2`,
  );
}

/** Numbers above 0 between commas, each once. */
export function positiveNumbers(flag: string, text: string): number[] {
  const values = text.split(',').map((part) => {
    const value = Number(part.trim());
    if (part.trim() === '' || !Number.isFinite(value) || value <= 0) {
      throw usageError(
        'flag-value',
        `${flag} ${JSON.stringify(part)} is not a number above 0`,
        `for example: ${flag} 2.5,5`,
      );
    }
    return value;
  });
  return distinct(flag, values);
}

function distinct(flag: string, values: number[]): number[] {
  if (new Set(values).size === values.length) return values;
  throw usageError('flag-value', `${flag} names a level twice: ${values.join(',')}`, 'name each level once');
}

/** A time above zero, in microseconds. */
export function duration(flag: string, text: string): Micros {
  const read = readDuration(text);
  if (read.ok && read.value > 0) return read.value;
  const problem = read.ok ? ' is no time at all' : `: ${read.problem}`;
  throw usageError('flag-value', `${flag} ${JSON.stringify(text)}${problem}`, `for example: ${flag} 30s`);
}

/** One of some names; a slip is told the nearest of them. */
export function oneOf<Name extends string>(flag: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  const near = nearestName(text, names);
  throw usageError(
    'flag-value',
    `${flag} ${JSON.stringify(text)} is not known`,
    `${near === null ? '' : `did you mean ${near}? `}one of: ${names.join(', ')}`,
  );
}

/** The ISO 639 code of the prompts' language. */
export function languageOf(text: string): string {
  const problem = languageProblem(text);
  if (problem === null) return text;
  throw usageError('flag-value', `--language ${problem}`, 'for example: --language ko');
}

/** A JSON object, merged into the body of every request. */
export function jsonObject(flag: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Not JSON: said below, together with JSON that is no object.
  }
  throw usageError(
    'flag-value',
    `${flag} ${JSON.stringify(text)} is not a JSON object`,
    `for example: ${flag} '{"temperature":0}'`,
  );
}

/** `name: value`; a name or value that would break the request head is refused. */
export function header(flag: string, text: string): [string, string] {
  const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*([\t\x20-\x7e\x80-\xff]*)$/.exec(text);
  if (match === null)
    throw usageError(
      'flag-value',
      `${flag} ${JSON.stringify(text)} is not a header`,
      `for example: ${flag} 'x-team: search'`,
    );
  const name = (match[1] ?? '').toLowerCase();
  if (['host', 'content-length', 'transfer-encoding', 'connection', 'accept-encoding'].includes(name)) {
    throw usageError(
      'flag-value',
      `${flag} cannot set "${name}", which belongs to the connection`,
      'leave it out',
    );
  }
  return [name, (match[2] ?? '').trim()];
}

/** The value of a text that a parser of `core` took, or a usage error that names the flag. */
export function taken<Value>(flag: string, read: Parsed<Value>, example: string): Value {
  if (read.ok) return read.value;
  throw usageError('flag-value', `${flag}: ${read.problem}`, `for example: ${example}`);
}

/** Refuses a flag whose other half is missing. */
export function needs(flag: string, value: unknown, other: string, otherValue: unknown): void {
  if (value === undefined || otherValue !== undefined) return;
  throw usageError(
    'flag-missing',
    `${flag} has no meaning without ${other}`,
    `give ${other}, or leave ${flag} out`,
  );
}
