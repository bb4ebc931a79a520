import { chatMessages } from './chat-messages.ts';
import type { BodyExtensions, BodyRequest, Dialect } from './dialect.ts';
import { createOpenAiReader, type TextField } from './openai-reader.ts';

const opening = (text: string): Buffer => Buffer.from(text);

/** vLLM says `reasoning`, SGLang `reasoning_content` (null in every answer delta) and puts it first. */
const textFields: readonly TextField[] = [
  { opening: opening('"delta":{"content":"'), reasoning: false },
  { opening: opening('"delta":{"reasoning_content":null,"content":"'), reasoning: false },
  { opening: opening('"delta":{"role":"assistant","content":"'), reasoning: false },
  { opening: opening('"delta":{"reasoning":"'), reasoning: true },
  { opening: opening('"delta":{"reasoning_content":"'), reasoning: true },
];

/** `POST /v1/chat/completions` with `stream: true`. */
export const openAiChat: Dialect = {
  name: 'openai-chat',
  path: '/v1/chat/completions',
  tokenSource: 'usage',
  body: (request, extensions) => ({
    model: request.model,
    messages: chatMessages(request),
    max_completion_tokens: request.outputTokens,
    ...openAiOptions(request, extensions),
  }),
  createReader: (keep) => createOpenAiReader(textFields, keep),
};

/** What chat and completions share: streaming with usage, and the exact length where the server can. */
export function openAiOptions(request: BodyRequest, extensions: BodyExtensions): Record<string, unknown> {
  return {
    ...(extensions.legacyMaxTokens ? { max_tokens: request.outputTokens } : {}),
    stream: true,
    stream_options: {
      include_usage: true,
      ...(extensions.continuousUsage ? { continuous_usage_stats: true } : {}),
    },
    temperature: 0,
    ...(extensions.exactLength ? { ignore_eos: true, min_tokens: request.outputTokens } : {}),
  };
}
