import { usageError } from '../errors/kneepoint-error.ts';
import type { Language } from '../plan/language.ts';
import type { NumberDistribution } from '../plan/number-distribution.ts';
import type { Random } from '../random/create-random.ts';
import { type IndexedNumbers, indexedNumbers } from './indexed-numbers.ts';

/** The fewest tokens of a prompt and whose they are. */
export type ShortestPrompt = { readonly tokens: number; readonly language: Language };

/**
 * The length of prompt k in tokens. A fixed length below the shortest prompt is a usage error: whoever wrote it wanted that
 * length. A drawn one becomes the shortest: the lower end of a distribution is seldom meant to the token, and the
 * lengths that were sent stand in the result.
 */
export function promptLengths(
  distribution: NumberDistribution,
  root: Random,
  shortest: ShortestPrompt,
): IndexedNumbers {
  if (distribution.kind === 'fixed') assertRoom(distribution.value, shortest);
  return indexedNumbers(distribution, root, shortest.tokens);
}

function assertRoom(inputTokens: number, { tokens, language }: ShortestPrompt): void {
  if (inputTokens >= tokens) return;
  throw usageError(
    'input-tokens-too-few',
    `${inputTokens} input tokens are too few for a prompt (${language}): the salt and a question need ${tokens}`,
    `ask for ${tokens} or more, or give the prompt's text yourself`,
  );
}
