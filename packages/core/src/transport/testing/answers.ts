/** Pieces of answers, as servers write them, for tests that write them to a socket. */
export const streamHead =
  'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n';
export const lastChunk = '0\r\n\r\n';

/** One HTTP chunk. */
export const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** One event as a chunk of its own. */
export const event = (data: unknown): string =>
  chunk(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);

export const roleEvent = event({
  choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }],
});

/** A text event with continuous usage. */
export const tokenEvent = (content: string, total: number, finish: string | null = null): string =>
  event({
    choices: [{ index: 0, delta: { content }, finish_reason: finish }],
    usage: { prompt_tokens: 3, completion_tokens: total },
  });

export const doneEvent = event('[DONE]');

/** A whole answer of so many tokens. */
export const wholeAnswer = (tokens: number): string =>
  [
    streamHead,
    roleEvent,
    ...Array.from({ length: tokens }, (_, index) =>
      tokenEvent(`word ${index}`, index + 1, index === tokens - 1 ? 'length' : null),
    ),
    doneEvent,
    lastChunk,
  ].join('');
