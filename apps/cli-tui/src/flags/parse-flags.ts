import {
  durationProblem,
  languageProblem,
  type Micros,
  type Parsed,
  parseDuration,
  usageError,
} from '@kneepoint/core';

/** Parsers of flag values: each throws a usage error that names the flag, the value and the form that works. */

export function positiveWhole(flag: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text.trim()) || !Number.isSafeInteger(value) || value < 1) {
    throw usageError(
      'flag-value',
      `${flag} ${JSON.stringify(text)} is not a whole number of at least 1`,
      `for example: ${flag} 10`,
    );
  }
  return value;
}

export function positiveWholes(flag: string, text: string): number[] {
  const parts = text.split(',').map((part) => part.trim());
  return distinct(
    flag,
    parts.map((part) => positiveWhole(flag, part)),
  );
}

export function positiveNumber(flag: string, text: string): number {
  const [value = 0, ...more] = positiveNumbers(flag, text);
  if (more.length === 0) return value;
  throw usageError(
    'flag-value',
    `${flag} ${JSON.stringify(text)} is not one number`,
    `for example: ${flag} 2`,
  );
}

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

export function duration(flag: string, text: string): Micros {
  const problem = durationProblem(text);
  if (problem !== null)
    throw usageError('flag-value', `${flag} ${JSON.stringify(text)}: ${problem}`, `for example: ${flag} 30s`);
  const value = parseDuration(text);
  if (value <= 0)
    throw usageError(
      'flag-value',
      `${flag} ${JSON.stringify(text)} is no time at all`,
      `for example: ${flag} 30s`,
    );
  return value;
}

export function oneOf<Name extends string>(flag: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw usageError(
    'flag-value',
    `${flag} ${JSON.stringify(text)} is not known`,
    `one of: ${names.join(', ')}`,
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
