/** An answer of the chat format as bytes, made once: what a server sends first, for each token, and at the end. */
export type PrecomputedAnswer = {
  readonly head: Buffer;
  /** One chunk for each token; the last one says why the answer ended. */
  readonly tokens: readonly Buffer[];
  readonly end: Buffer;
  /** All of it in one piece. */
  readonly whole: Buffer;
};

const promptTokens = 212;

/** Events as vLLM sends them with continuous usage, each one in a chunk of its own. */
export function precomputeAnswer(tokens: number): PrecomputedAnswer {
  const head = Buffer.concat([
    Buffer.from(
      'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\n\r\n',
    ),
    chunk(event('"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null', 0)),
  ]);
  const events = Array.from({ length: tokens }, (_, index) => tokenChunk(index + 1, index + 1 === tokens));
  const end = Buffer.concat([chunk(usageEvent(tokens)), chunk('data: [DONE]\n\n'), Buffer.from('0\r\n\r\n')]);
  return { head, tokens: events, end, whole: Buffer.concat([head, ...events, end]) };
}

function tokenChunk(count: number, isLast: boolean): Buffer {
  const finish = isLast ? '"length","stop_reason":null' : 'null';
  return chunk(event(`"delta":{"content":" word"},"logprobs":null,"finish_reason":${finish}`, count));
}

const identity =
  '"id":"chatcmpl-b314ff74c6488fdf","object":"chat.completion.chunk","created":1795488500,"model":"model"';

const event = (choice: string, count: number): string =>
  `data: {${identity},"choices":[{"index":0,${choice}}],"usage":${usage(count)}}\n\n`;

const usageEvent = (count: number): string => `data: {${identity},"choices":[],"usage":${usage(count)}}\n\n`;

const usage = (count: number): string =>
  `{"prompt_tokens":${promptTokens},"total_tokens":${promptTokens + count},"completion_tokens":${count}}`;

const chunk = (text: string): Buffer => Buffer.from(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
