import { languageProblem } from '../language.ts';
import { stageSuites } from '../planned-stage.ts';
import type { Part } from './scan-threshold.ts';
import type { StageSelector } from './threshold.ts';
import { suggestion, thresholdError } from './threshold-error.ts';
import { oneOf } from './threshold-units.ts';

/** The kinds of selectors, in the order in which a threshold is printed. */
export const selectorKinds = [
  'target',
  'suite',
  'language',
  'users',
  'rate',
  'inputTokens',
] as const satisfies readonly StageSelector['kind'][];

/** Whether a word is the name of a selector. */
export const isSelectorKind = (word: string): word is StageSelector['kind'] =>
  (selectorKinds as readonly string[]).includes(word);

/** An example of each selector. */
export const selectorExamples: Readonly<Record<StageSelector['kind'], string>> = {
  target: 'target(vllm)',
  suite: 'suite(concurrency)',
  language: 'language(ko)',
  users: 'users(50)',
  rate: 'rate(4)',
  inputTokens: 'inputTokens(4096)',
};

/** Reads `users(50)`; throws a usage error for a value that no stage can have. */
export function readSelector(kind: StageSelector['kind'], part: Part, source: string): StageSelector {
  const value = part.argument ?? '';
  if (value === '')
    throw thresholdError(source, `"${kind}" needs a value in brackets, such as ${selectorExamples[kind]}`);
  switch (kind) {
    case 'target':
      return { kind, value };
    case 'suite':
      return { kind, value: knownName(value, stageSuites, { what: 'suite', source }) };
    case 'language':
      return { kind, value: languageCode(value, source) };
    case 'users':
      if (!isWholeNumber(value))
        throw thresholdError(source, `users(${value}) is no whole number of users, such as users(50)`);
      return { kind, value: Number(value) };
    case 'inputTokens':
      if (!isWholeNumber(value))
        throw thresholdError(
          source,
          `inputTokens(${value}) is no whole number of tokens, such as inputTokens(4096)`,
        );
      return { kind, value: Number(value) };
    case 'rate':
      if (!/^\d+(?:\.\d+)?$/.test(value) || Number(value) <= 0)
        throw thresholdError(source, `rate(${value}) is no number of requests per second, such as rate(4)`);
      return { kind, value: Number(value) };
  }
}

function languageCode(value: string, source: string): string {
  const problem = languageProblem(value);
  if (problem !== null) throw thresholdError(source, `language(${value}) ${problem}`);
  return value;
}

const isWholeNumber = (value: string): boolean => /^[1-9]\d*$/.test(value);

function knownName<Name extends string>(
  value: string,
  known: readonly Name[],
  place: { readonly what: string; readonly source: string },
): Name {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  // In names of two letters every slip is near every name.
  const near = value.length > 2 ? suggestion(value, known) : '';
  const hint = near === '' ? `; there are ${oneOf(known)}` : near;
  throw thresholdError(place.source, `"${value}" is no ${place.what}${hint}`);
}

/** Selectors in their fixed order, so that two ways to write the same threshold are seen to be the same. */
export const inFixedOrder = (selectors: readonly StageSelector[]): readonly StageSelector[] =>
  selectors.toSorted((left, right) => selectorKinds.indexOf(left.kind) - selectorKinds.indexOf(right.kind));
