import { createRandom } from '../../random/create-random.ts';
import { datasetEntry } from '../datasets/dataset-entry.ts';
import type { ChatTurn, DatasetEntry, DatasetPack } from '../datasets/dataset-pack.ts';
import type { RequestSourceOptions } from '../request-source-options.ts';
import { requestSaltLines } from '../salted-text.ts';
import { seededOrder } from '../seeded-order.ts';
import type { RequestSource } from '../workload-request.ts';
import { outputLengths } from './output-lengths.ts';

/** Entry k of a dataset in seeded order, again from the first after the last. */
export function datasetOrder(pack: DatasetPack, seed: string): (index: number) => DatasetEntry {
  const order = seededOrder(pack.count, createRandom(seed).fork('dataset-order'));
  return (index) => datasetEntry(pack, order(index));
}

/**
 * The entries of a dataset as single requests. The salt opens the first user's turn, also where that stands in the history:
 * behind it nothing is shared with an earlier request, so an entry that is sent again is not answered out of a cache.
 */
export function datasetSource(options: RequestSourceOptions, pack: DatasetPack): RequestSource {
  const entryOf = datasetOrder(pack, options.seed);
  const lineOf = requestSaltLines(options.salt);
  const outputTokens = outputLengths(options.seed, options.outputTokens);
  return {
    request(index) {
      const entry = entryOf(index);
      return {
        index,
        language: options.language,
        systemText: entry.systemText,
        ...saltedEntry(entry, lineOf(index)),
        outputTokens: entry.outputTokens ?? outputTokens(index),
        intendedInputTokens: null,
        requestClass: null,
      };
    },
  };
}

function saltedEntry(
  { history, text }: DatasetEntry,
  line: string,
): { readonly history: readonly ChatTurn[]; readonly text: string } {
  const first = history.findIndex((turn) => turn.role === 'user');
  if (first < 0) return { history, text: line + text };
  const salted = history.map((turn, place) => (place === first ? { ...turn, text: line + turn.text } : turn));
  return { history: salted, text };
}
