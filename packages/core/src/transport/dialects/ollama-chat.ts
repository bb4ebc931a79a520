import { chatMessages } from './chat-messages.ts';
import type { BodyRequest, Dialect } from './dialect.ts';
import { ollamaFormat } from './ollama-reader.ts';
import { createTemplateReader } from './template-reader.ts';

/** Ollama's `POST /api/chat`: lines of JSON. It has no way to make an answer of exact length. */
export const ollamaChat: Dialect = {
  name: 'ollama-chat',
  path: '/api/chat',
  tokenSource: 'native',
  body: (request) => ({
    model: request.model,
    messages: chatMessages(request),
    stream: true,
    options: ollamaOptions(request),
  }),
  createReader: (keep) => createTemplateReader(ollamaFormat, keep),
};

/** What both routes of Ollama take as `options`. */
export const ollamaOptions = ({ outputTokens }: BodyRequest): Record<string, unknown> => ({
  num_predict: outputTokens,
  temperature: 0,
});
