import { type Comparison, comparisons } from './threshold.ts';
import { thresholdError } from './threshold-error.ts';
import { oneOf } from './threshold-units.ts';

/** A word of a threshold's left side, with what stands in brackets behind it. */
export type Part = { readonly word: string; readonly argument: string | null };

/** A threshold in its pieces, before any of them is understood. */
export type ScannedThreshold = {
  readonly source: string;
  readonly parts: readonly Part[];
  readonly comparison: Comparison;
  /** Everything behind the comparison. */
  readonly limit: string;
};

/**
 * Cuts a threshold at its comparison, and the left side into words. Words are parted by a dot or by spaces, and a word may
 * carry an argument in brackets; what stands in them is not looked at here, so that a goodput may hold comparisons:
 *
 *     target(vllm).goodput(ttft<500ms, tokenGap<50ms) > 99%
 *     |__________| |_________________________________|   |_|
 *      word + argument     word + argument           comparison, limit
 */
export function scanThreshold(text: string): ScannedThreshold {
  const source = text.trim();
  const at = outsideBrackets(source, /[<>=!]/);
  if (at === null)
    throw thresholdError(source, `there is no comparison; write ${oneOf(comparisons)} and a limit behind it`);
  const operator = /^[<>=!]+/.exec(source.slice(at))?.[0] ?? '';
  return {
    source,
    parts: readParts(source.slice(0, at), source),
    comparison: readComparison(operator, source),
    limit: source.slice(at + operator.length).trim(),
  };
}

/** Cuts a list at its commas; commas in brackets stay. */
export function splitAtCommas(text: string): readonly string[] {
  const at = outsideBrackets(text, /,/);
  return at === null ? [text] : [text.slice(0, at), ...splitAtCommas(text.slice(at + 1))];
}

function readComparison(operator: string, source: string): Comparison {
  const known = comparisons.find((comparison) => comparison === operator);
  if (known !== undefined) return known;
  const meant: Readonly<Record<string, string>> = { '===': '==', '=<': '<=', '=>': '>=' };
  const hint = meant[operator] === undefined ? '' : `; did you mean ${meant[operator]}?`;
  throw thresholdError(source, `"${operator}" is none of the comparisons ${oneOf(comparisons)}${hint}`);
}

const separator = /\s*(?:\.\s*)?/y;
/** A percentile before any other word, since it may hold a dot of its own. */
const word = /p\d+(?:\.\d+)?(?![\w-])|[A-Za-z][\w-]*/y;

function readParts(left: string, source: string): readonly Part[] {
  const parts: Part[] = [];
  let position = left.length - left.trimStart().length;
  const end = left.trimEnd().length;
  while (position < end) {
    if (parts.length > 0) position += matchAt(separator, left, position).length;
    const found = matchAt(word, left, position);
    if (found === '') throw thresholdError(source, noName(left.slice(position).trim()));
    position += found.length;
    const argument = argumentAt(left, position);
    if (argument !== null) position += argument.length + 2;
    parts.push({ word: found, argument: argument?.trim() ?? null });
  }
  return parts;
}

const noName = (rest: string): string =>
  rest === '' ? 'a name is missing behind the last dot' : `"${rest}" is no name`;

function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}

/** What stands between a bracket at this place and the one that closes it. Every bracket is known to be closed. */
function argumentAt(text: string, position: number): string | null {
  if (text[position] !== '(') return null;
  let depth = 0;
  for (let index = position; index < text.length; index++) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return text.slice(position + 1, index);
  }
  return null;
}

/** Where the pattern is first met outside brackets; an error where a bracket is not closed, or was never opened. */
function outsideBrackets(text: string, pattern: RegExp): number | null {
  let depth = 0;
  let found: number | null = null;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) throw thresholdError(text.trim(), 'a bracket is closed that was never opened');
    if (depth === 0 && found === null && pattern.test(character)) found = index;
  }
  if (depth > 0) throw thresholdError(text.trim(), 'a bracket is opened that is never closed');
  return found;
}
