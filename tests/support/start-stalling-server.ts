import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers at once, but for one stall. */
export type StallingServer = { readonly url: string; close(): Promise<void> };

const answer = [
  { choices: [{ index: 0, delta: { role: 'assistant', content: 'Yes' }, finish_reason: 'length' }] },
  { choices: [], usage: { prompt_tokens: 10, completion_tokens: 1, total_tokens: 11 } },
]
  .map((event) => `data: ${JSON.stringify(event)}\n\n`)
  .join('')
  .concat('data: [DONE]\n\n');

/** From its `stallAt`-th request on it answers nothing for `stallMillis`; then everybody who waits is answered. */
export async function startStallingServer(stallAt: number, stallMillis: number): Promise<StallingServer> {
  let asked = 0;
  let waiting: ServerResponse[] | null = null;
  const send = (response: ServerResponse): void => {
    response.setHeader('content-type', 'text/event-stream').end(answer);
  };
  const stall = (): void => {
    waiting = [];
    setTimeout(() => {
      for (const response of waiting ?? []) send(response);
      waiting = null;
    }, stallMillis);
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume().once('end', () => {
      if (!(request.url ?? '').startsWith('/v1/chat/')) {
        response.writeHead(404).end();
        return;
      }
      if (++asked === stallAt) stall();
      if (waiting === null) send(response);
      else waiting.push(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
