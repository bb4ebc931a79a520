import type { DatasetPack } from '../datasets/dataset-pack.ts';
import type { RequestSourceOptions } from '../request-source-options.ts';
import { requestSaltLines } from '../salted-text.ts';
import { datasetOrder } from '../sources/dataset-source.ts';
import type { ConversationSource } from '../workload-request.ts';
import { turnOutputLengths } from './turn-output-lengths.ts';

/**
 * The entries of a dataset as conversations: the user's turns in their order, the file's answers left out, because the
 * real ones take their place. An entry's output length holds for each of its turns.
 */
export function datasetConversations(options: RequestSourceOptions, pack: DatasetPack): ConversationSource {
  const entryOf = datasetOrder(pack, options.seed);
  const lineOf = requestSaltLines(options.salt);
  const outputTokens = turnOutputLengths(options);
  return {
    conversation(index) {
      const entry = entryOf(index);
      const earlier = entry.history.filter((turn) => turn.role === 'user').map((turn) => turn.text);
      const turns = [...earlier, entry.text, ...entry.laterTurns];
      const line = lineOf(index);
      return {
        turns: turns.length,
        systemText: entry.systemText,
        text: (turn) => (turn === 0 ? line : '') + turnOf(turns, turn),
        outputTokens: (turn) => entry.outputTokens ?? outputTokens(index, turn),
      };
    },
  };
}

function turnOf(turns: readonly string[], turn: number): string {
  const text = turns[turn];
  if (text === undefined) throw new RangeError(`a conversation of ${turns.length} turns has no turn ${turn}`);
  return text;
}
