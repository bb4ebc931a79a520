import { flattenedPrompt } from './chat-messages.ts';
import type { Dialect } from './dialect.ts';
import { ollamaOptions } from './ollama-chat.ts';
import { ollamaFormat } from './ollama-reader.ts';
import { createTemplateReader } from './template-reader.ts';

/** Ollama's `POST /api/generate`: lines of JSON. The system prompt has a field of its own there. */
export const ollamaGenerate: Dialect = {
  name: 'ollama-generate',
  path: '/api/generate',
  tokenSource: 'native',
  body: (request) => ({
    model: request.model,
    ...(request.systemText === null ? {} : { system: request.systemText }),
    prompt: flattenedPrompt({ ...request, systemText: null }),
    stream: true,
    options: ollamaOptions(request),
  }),
  createReader: (keep) => createTemplateReader(ollamaFormat, keep),
};
