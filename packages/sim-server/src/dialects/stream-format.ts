import type { GenerationRoute } from './generation-request.ts';

/** What a stream looks like around its events. */
export interface StreamFormat {
  readonly contentType: string;
  /** The event that ends the stream after all others; empty where the format has none. */
  readonly done: string;
  /** Events carry the ids of their tokens. */
  readonly sendsIds: boolean;
  /** An answer without tokens has a token event all the same, which says that it has ended. */
  readonly endsInTokenEvent: boolean;
  /** Each token has an event of its own, however many come in one step. */
  readonly oneTokenAnEvent: boolean;
}

const sse: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  done: 'data: [DONE]\n\n',
  sendsIds: false,
  endsInTokenEvent: false,
  oneTokenAnEvent: false,
};
const lines: StreamFormat = { ...sse, contentType: 'application/x-ndjson', done: '' };

/** The format of each route's streams. */
export const streamFormats: Readonly<Record<GenerationRoute, StreamFormat>> = {
  chat: sse,
  completions: sse,
  generate: { ...sse, sendsIds: true, endsInTokenEvent: true },
  responses: { ...sse, done: '' },
  'ollama-chat': lines,
  'ollama-generate': lines,
  'llama-cpp': { ...sse, contentType: 'text/event-stream', done: '', sendsIds: true },
  tgi: { ...sse, contentType: 'text/event-stream', done: '', sendsIds: true, oneTokenAnEvent: true },
};
