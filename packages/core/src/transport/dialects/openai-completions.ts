import { flattenedPrompt } from './chat-messages.ts';
import type { Dialect } from './dialect.ts';
import { openAiOptions } from './openai-chat.ts';
import { createOpenAiReader } from './openai-reader.ts';

/** `POST /v1/completions` with `stream: true`. */
export const openAiCompletions: Dialect = {
  name: 'openai-completions',
  path: '/v1/completions',
  tokenSource: 'usage',
  body: (request, extensions) => ({
    model: request.model,
    prompt: flattenedPrompt(request),
    max_tokens: request.outputTokens,
    ...openAiOptions(request, { ...extensions, legacyMaxTokens: false }),
  }),
  createReader: (keep) => createOpenAiReader([{ opening: Buffer.from('"text":"'), reasoning: false }], keep),
};
