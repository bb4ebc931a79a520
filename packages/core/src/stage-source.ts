import type { StageOrder } from './load-worker-protocol.ts';
import { createRequestSource } from './workload/create-request-source.ts';
import type { TokenCounter } from './workload/token-counter.ts';
import type { RequestSource } from './workload/workload-request.ts';

/** The request source of a stage; request k is the same wherever it is made, but for its length without a tokenizer. */
export function sourceOfStage(order: StageOrder, tokenizer: TokenCounter | null): RequestSource {
  const { stage } = order;
  return createRequestSource({
    seed: order.seed,
    salt: order.salt,
    language: stage.language,
    inputTokens: stage.inputTokens,
    outputTokens: stage.outputTokens,
    fixedPrompt: order.fixedPrompt,
    ...(order.prompts === null ? {} : { prompts: order.prompts }),
    tokenizer,
  });
}
