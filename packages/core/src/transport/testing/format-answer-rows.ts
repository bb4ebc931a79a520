import type { Dialect } from '../dialects/dialect.ts';
import { llamaCpp } from '../dialects/llama-cpp.ts';
import { ollamaChat } from '../dialects/ollama-chat.ts';
import { ollamaGenerate } from '../dialects/ollama-generate.ts';
import { openAiResponses } from '../dialects/openai-responses.ts';
import { tgi } from '../dialects/tgi.ts';
import { unset } from '../flight.ts';
import { answerOf, recordedAnswer, writtenBody } from './format-answers.ts';

/** The content type of a written answer. */
export const typeOf = (name: string): string =>
  name.endsWith('.ndjson') ? 'application/x-ndjson' : 'text/event-stream; charset=utf-8';
/** The whole answer of a row. */
export const bytesOf = (name: string): Buffer =>
  name.includes('.') ? answerOf(writtenBody(name), typeOf(name)) : recordedAnswer(name);
/** What a whole answer that its length ended amounts to. */
export const whole = { status: 'completed', errorClass: null, sawDone: true, finishReason: 'length' };

/** An answer, its format, and the flight that it must make. */
export type FormatRow = readonly [name: string, dialect: Dialect, expected: Record<string, unknown>];
/** Every recorded and written answer of the formats beside OpenAI's chat and SGLang's own. */
export const formatRows: readonly FormatRow[] = [
  [
    'llama-cpp/completion_length',
    llamaCpp,
    {
      ...whole,
      events: 10,
      outputTokens: 12,
      streamedTokens: 12,
      firstEventTokens: 1,
      inputTokens: 10,
      cachedTokens: 0,
      // Two characters of two tokens each: an event that completes one carries both.
      gapTokens: [1, 1, 2, 1, 1, 1, 1, 2, 1],
    },
  ],
  [
    'llama-cpp/completion_cached',
    llamaCpp,
    // The fourth token has no event of its own: the last event's count brings it.
    { ...whole, events: 4, outputTokens: 4, inputTokens: 10, cachedTokens: 9, gapTokens: [1, 1, 1] },
  ],
  [
    'llama-cpp/completion_eos_at_once',
    llamaCpp,
    { ...whole, finishReason: 'stop', events: 1, outputTokens: 1, hasFirstText: false },
  ],
  [
    'llama-cpp/completion_stop_word',
    llamaCpp,
    { ...whole, finishReason: 'stop', outputTokens: 2, events: 2 },
  ],
  ['llama-cpp/completion_too_long', llamaCpp, { status: 'failed', errorClass: 'http-status', events: 0 }],
  [
    'llama-cpp/responses_length',
    openAiResponses,
    { ...whole, finishReason: 'completed', outputTokens: 6, inputTokens: 50, cachedTokens: 0 },
  ],
  [
    'llama-cpp/responses_eos',
    openAiResponses,
    { ...whole, finishReason: 'completed', outputTokens: 1, events: 0, hasFirstToken: false },
  ],
  [
    'vllm/responses_length',
    openAiResponses,
    { ...whole, events: 8, outputTokens: 8, inputTokens: 17, cachedTokens: 0, reasoningTokens: 0 },
  ],
  ['vllm/responses_history', openAiResponses, { ...whole, events: 4, outputTokens: 4, inputTokens: 21 }],
  ['vllm/responses_too_long', openAiResponses, { status: 'failed', errorClass: 'http-status', events: 0 }],
  [
    'ollama/chat.ndjson',
    ollamaChat,
    {
      ...whole,
      events: 6,
      outputTokens: 6,
      inputTokens: 26,
      // As many lines as tokens, but no line says so.
      streamedTokens: unset,
      firstEventTokens: unset,
      countsEveryEvent: false,
      gapTokens: [-1, -1, -1, -1, -1],
    },
  ],
  [
    'ollama/chat_thinking.ndjson',
    ollamaChat,
    { ...whole, finishReason: 'stop', events: 4, outputTokens: 5, hasFirstAnswer: true },
  ],
  [
    'ollama/chat_thinking_only.ndjson',
    ollamaChat,
    { ...whole, events: 3, outputTokens: 3, hasFirstText: true, hasFirstAnswer: false },
  ],
  [
    'ollama/chat_tool.ndjson',
    ollamaChat,
    {
      ...whole,
      finishReason: 'stop',
      events: 1,
      outputTokens: 19,
      hasFirstText: false,
      hasFirstAnswer: true,
    },
  ],
  [
    'ollama/chat_error.ndjson',
    ollamaChat,
    { status: 'failed', errorClass: 'in-stream', events: 2, outputTokens: unset, sawDone: false },
  ],
  [
    'ollama/chat_no_counts.ndjson',
    ollamaChat,
    { ...whole, finishReason: 'done', events: 2, outputTokens: unset },
  ],
  ['ollama/chat_empty.ndjson', ollamaChat, { ...whole, finishReason: 'stop', events: 0, outputTokens: 0 }],
  ['ollama/chat_load.ndjson', ollamaChat, { status: 'failed', errorClass: 'empty', outputTokens: unset }],
  ['ollama/generate.ndjson', ollamaGenerate, { ...whole, events: 4, outputTokens: 5, inputTokens: 26 }],
  [
    'ollama/generate_thinking.ndjson',
    ollamaGenerate,
    { ...whole, finishReason: 'stop', events: 2, outputTokens: 3, hasFirstAnswer: true },
  ],
  [
    'tgi/length.sse',
    tgi,
    {
      ...whole,
      events: 5,
      outputTokens: 5,
      streamedTokens: 5,
      firstEventTokens: 1,
      inputTokens: 14,
      gapTokens: [1, 1, 1, 1],
    },
  ],
  ['tgi/eos.sse', tgi, { ...whole, finishReason: 'stop', events: 3, outputTokens: 3, gapTokens: [1, 1] }],
  [
    'tgi/special_only.sse',
    tgi,
    { ...whole, finishReason: 'stop', events: 1, outputTokens: 1, hasFirstText: false },
  ],
  ['tgi/error_at_once.sse', tgi, { status: 'failed', errorClass: 'in-stream', events: 0 }],
  ['tgi/error_in_middle.sse', tgi, { status: 'failed', errorClass: 'in-stream', events: 1, outputTokens: 1 }],
  [
    'responses/text.sse',
    openAiResponses,
    {
      ...whole,
      finishReason: 'completed',
      events: 4,
      outputTokens: 6,
      inputTokens: 20,
      cachedTokens: 16,
      reasoningTokens: 0,
      gapTokens: [-1, -1, -1],
    },
  ],
  [
    'responses/reasoning.sse',
    openAiResponses,
    {
      ...whole,
      finishReason: 'completed',
      events: 4,
      outputTokens: 9,
      reasoningTokens: 5,
      hasFirstAnswer: true,
    },
  ],
  [
    'responses/incomplete.sse',
    openAiResponses,
    { ...whole, events: 2, outputTokens: 8, reasoningTokens: 8, hasFirstAnswer: false },
  ],
  [
    'responses/tool.sse',
    openAiResponses,
    {
      ...whole,
      finishReason: 'completed',
      events: 2,
      outputTokens: 11,
      hasFirstText: false,
      hasFirstAnswer: true,
    },
  ],
  ['responses/failed.sse', openAiResponses, { status: 'failed', errorClass: 'in-stream', events: 1 }],
  ['responses/error.sse', openAiResponses, { status: 'failed', errorClass: 'in-stream', events: 0 }],
  [
    'responses/no_usage.sse',
    openAiResponses,
    { ...whole, finishReason: 'completed', events: 2, outputTokens: unset },
  ],
];
