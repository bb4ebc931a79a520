import type { z } from 'zod';
import { nearestName } from '../errors/nearest-name.ts';
import { knownKeysAt, knownKindsAt, valueAt } from './known-keys.ts';
import { refusedKey, refusedSuite } from './refused-names.ts';

type Issue = z.core.$ZodIssue;

/** One thing that is wrong in a plan: where, and in words that say what to write instead. */
export type PlanProblem = { readonly path: readonly PropertyKey[]; readonly text: string };

/** The problems of one issue that a schema has with a value: unknown keys are told one by one. */
export function describeIssue(issue: Issue, schema: z.ZodType, value: unknown): readonly PlanProblem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(schema, value, path);
    return issue.keys.map((key) => ({ path: [...path, key], text: unknownKey([...path, key], key, known) }));
  }
  const found = valueAt(value, path);
  if (issue.code === 'invalid_union' && issue.discriminator === 'kind') {
    return [{ path, text: wrongKind(knownKindsAt(schema, value, path.slice(0, -1)), found) }];
  }
  return [{ path, text: describeValue(issue, found) }];
}

/** `targets[0].url` for a path. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function unknownKey(path: readonly PropertyKey[], key: string, known: readonly string[]): string {
  return refusedKey(path) ?? `unknown key${suggestion(nearestName(key, known))}`;
}

function describeValue(issue: Issue, value: unknown): string {
  const found = `, not ${shown(value)}`;
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `is missing (${article(issue.expected)})`
        : `must be ${article(issue.expected)}${found}`;
    case 'invalid_value':
      return value === undefined ? `is missing (${choices(issue.values)})` : wrongChoice(issue.values, value);
    case 'invalid_union':
      return `must be a text or a whole number${found}`;
    case 'too_small':
      return issue.origin === 'number'
        ? `must be ${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}${found}`
        : 'must not be empty';
    case 'invalid_format':
      return `${issue.message}${found}`;
    default:
      return issue.message;
  }
}

function wrongChoice(values: readonly unknown[], value: unknown): string {
  // In names of two letters every slip is near every name.
  const named = typeof value === 'string' && value.length > 2;
  const nearest = named ? nearestName(value, values.map(String)) : null;
  return `must be ${choices(values)}, not ${shown(value)}${suggestion(nearest)}`;
}

function wrongKind(kinds: readonly string[], value: unknown): string {
  if (value === undefined) return `is missing (${choices(kinds)})`;
  return refusedSuite(value) ?? wrongChoice(kinds, value);
}

function suggestion(nearest: string | null): string {
  return nearest === null ? '' : `; did you mean ${nearest}?`;
}

function choices(values: readonly unknown[]): string {
  return values.length === 1 ? shown(values[0]) : `one of ${values.map(String).join(', ')}`;
}

const articles: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};

function article(expected: string): string {
  return articles[expected] ?? expected;
}

/** A value as a message quotes it. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'a block of keys' : JSON.stringify(value);
}
