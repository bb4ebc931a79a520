import { createRandom } from '../../random/create-random.ts';
import { indexedNumbers } from '../indexed-numbers.ts';
import type { RequestSourceOptions } from '../request-source-options.ts';

/** The number of tokens that a turn of a conversation asks for, at least 1, drawn by conversation and turn. */
export function turnOutputLengths({
  seed,
  outputTokens,
}: RequestSourceOptions): (conversation: number, turn: number) => number {
  const root = createRandom(seed).fork('turn-output-tokens');
  if (outputTokens.kind === 'fixed') return indexedNumbers(outputTokens, root, 1);
  return (conversation, turn) => indexedNumbers(outputTokens, root.fork(conversation), 1)(turn);
}
