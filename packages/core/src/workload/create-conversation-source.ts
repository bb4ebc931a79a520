import { datasetConversations } from './conversations/dataset-conversations.ts';
import { generatedConversations } from './conversations/generated-conversations.ts';
import { neededPart } from './needed-part.ts';
import { generatedOptions, type RequestSourceOptions } from './request-source-options.ts';
import type { ConversationSource } from './workload-request.ts';

/**
 * A seeded lazy source of conversations, for prompts of the kind `conversation` and for a dataset with `multiTurn`.
 * Conversation c is a pure function of seed, salt and c. The salt opens the first user's turn only: the later turns then
 * go on behind a prefix that no other conversation has, which a server may rightly keep in its cache.
 * Throws a usage error when a fixed length leaves no room for a question, and an error for prompts that are no
 * conversations.
 */
export function createConversationSource(options: RequestSourceOptions): ConversationSource {
  const { prompts } = options;
  if (prompts.kind === 'conversation') return generatedConversations(generatedOptions(options), prompts);
  if (prompts.kind === 'dataset' && prompts.multiTurn) {
    return datasetConversations(options, neededPart(options, 'dataset'));
  }
  throw new Error(`prompts of the kind ${prompts.kind} are single requests, no conversations`);
}
