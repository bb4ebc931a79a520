import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

/** A request as it came in. */
export type RecordedRequest = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export type RecordingServer = {
  readonly url: string;
  /** Requests for answers, in the order of arrival; questions about the server are not among them. */
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
};

/** How a server answers; `undefined` leaves the usual answer of two tokens. */
export type Answering = {
  readonly models?: (request: IncomingMessage, response: ServerResponse) => void;
  readonly chat?: (response: ServerResponse) => unknown;
};

/** An OpenAI-compatible server that keeps what it was asked. */
export async function startRecordingServer(answering: Answering = {}): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const path = request.url ?? '';
    if (path === '/v1/models') (answering.models ?? listModel)(request, response);
    else if (path.startsWith('/v1/')) {
      requests.push({ path, headers: request.headers, body });
      await (answering.chat ?? answerTwoTokens)(response);
    } else response.writeHead(404).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listModel(_request: IncomingMessage, response: ServerResponse): void {
  response
    .setHeader('content-type', 'application/json')
    .end(JSON.stringify({ object: 'list', data: [{ id: 'small-model', object: 'model' }] }));
}

/** A model takes its time; an answer at once would make the client the busy one. */
const thinkingMillis = 20;

/** The usual answer: two tokens, after a moment. */
export async function answerTwoTokens(response: ServerResponse): Promise<void> {
  await delay(thinkingMillis);
  response.setHeader('content-type', 'text/event-stream');
  const event = (value: unknown): void => void response.write(`data: ${JSON.stringify(value)}\n\n`);
  event({ choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] });
  event({ choices: [{ index: 0, delta: { content: 'Good' }, finish_reason: null }] });
  event({ choices: [{ index: 0, delta: { content: ' day' }, finish_reason: 'length' }] });
  event({ choices: [], usage: { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12 } });
  response.end('data: [DONE]\n\n');
}
