import { createConversationSource } from '../workload/create-conversation-source.ts';
import { createRequestSource } from '../workload/create-request-source.ts';
import type { RequestSourceOptions } from '../workload/request-source-options.ts';
import type { TokenCounter } from '../workload/token-counter.ts';
import type { ConversationSource, RequestSource } from '../workload/workload-request.ts';
import type { StageOrder } from './load-worker-protocol.ts';

/** Whether a stage's users hold conversations, whose requests depend on the answers before them. */
export function holdsConversations({ stage: { prompts } }: StageOrder): boolean {
  return prompts.kind === 'conversation' || (prompts.kind === 'dataset' && prompts.multiTurn);
}

/** Whether the main thread makes a stage's prompts: those of a conversation depend on answers that it does not see. */
export const feedsPrompts = (order: StageOrder): boolean => order.tokenized && !holdsConversations(order);

/** The request source of a stage; request k is the same wherever it is made, but for its length without a tokenizer. */
export function sourceOfStage(order: StageOrder, tokenizer: TokenCounter | null): RequestSource {
  return createRequestSource(sourceOptions(order, tokenizer));
}

/** The conversations of a stage that holds some. */
export function conversationsOfStage(order: StageOrder): ConversationSource {
  return createConversationSource(sourceOptions(order, null));
}

function sourceOptions(order: StageOrder, tokenizer: TokenCounter | null): RequestSourceOptions {
  const { stage, seed, salt, dataset, trace } = order;
  const { language, prompts, inputTokens, outputTokens } = stage;
  return { seed, salt, language, prompts, inputTokens, outputTokens, dataset, trace, tokenizer };
}
