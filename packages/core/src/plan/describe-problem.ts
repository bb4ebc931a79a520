import type { z } from 'zod';
import { nearestName } from '../errors/nearest-name.ts';
import { knownKeysAt } from './known-keys.ts';
import { unavailableKey, unavailableSuite } from './not-yet-available.ts';
import { planSchema } from './plan-schema.ts';
import { suiteKinds } from './suites/suite-kinds.ts';

type Issue = z.core.$ZodIssue;

/** One thing that is wrong in a plan: where, and in words that say what to write instead. */
export type PlanProblem = { readonly path: readonly PropertyKey[]; readonly text: string };

/** The problems of one issue of the schema: unknown keys are told one by one. */
export function describeIssue(issue: Issue, plan: unknown): readonly PlanProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], text: unknownKey(key, issue.path, plan) }));
  }
  return [{ path: issue.path, text: describeValue(issue, valueAt(plan, issue.path)) }];
}

/** `targets[0].url` for a path. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function unknownKey(key: string, parent: readonly PropertyKey[], plan: unknown): string {
  return (
    unavailableKey([...parent, key]) ??
    `unknown key${suggestion(nearestName(key, knownKeysAt(planSchema, plan, parent)))}`
  );
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
      return issue.discriminator === 'kind' ? wrongKind(value) : `must be a text or a whole number${found}`;
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

function wrongKind(value: unknown): string {
  if (value === undefined) return `is missing (${choices(suiteKinds)})`;
  return unavailableSuite(value) ?? wrongChoice(suiteKinds, value);
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

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'a block of keys' : JSON.stringify(value);
}

function valueAt(plan: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }, plan);
}
