import type { NumberDistribution } from '../../plan/number-distribution.ts';
import { createRandom } from '../../random/create-random.ts';
import { type IndexedNumbers, indexedNumbers } from '../indexed-numbers.ts';

/** The number of tokens that request k asks for: at least 1, because servers refuse 0. */
export function outputLengths(seed: string, distribution: NumberDistribution): IndexedNumbers {
  return indexedNumbers(distribution, createRandom(seed).fork('output-tokens'), 1);
}
