import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A connection at the server's side, and the requests that came over it so far. */
export type RawConnection = { readonly socket: Socket; readonly number: number; requests: number };
/** Called when a whole request has come; writes whatever bytes the test wants. */
export type Answerer = (connection: RawConnection, request: string) => void;

export type RawServer = {
  readonly port: number;
  readonly connections: readonly RawConnection[];
  /** Drops every connection and the port. */
  close(): Promise<void>;
};

/** A TCP server on 127.0.0.1 that answers requests with bytes of the test's own, gone when the test has ended. */
export async function startRawServer(answer: Answerer): Promise<RawServer> {
  const connections: RawConnection[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    const connection = { socket, number: connections.length, requests: 0 };
    connections.push(connection);
    socket.on('error', () => undefined);
    readRequests(connection, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => closeServer(server, connections);
  onTestFinished(close);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return { port: bound.port, connections, close };
}

function readRequests(connection: RawConnection, answer: Answerer): void {
  let received = '';
  connection.socket.on('data', (bytes) => {
    received += bytes.toString('latin1');
    for (let end = requestEnd(received); end > 0; end = requestEnd(received)) {
      const request = received.slice(0, end);
      received = received.slice(end);
      connection.requests++;
      answer(connection, request);
    }
  });
}

/** Where the first whole request ends, or 0. */
function requestEnd(received: string): number {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return 0;
  const length = Number(/content-length: (\d+)/i.exec(received.slice(0, headEnd))?.[1] ?? 0);
  const end = headEnd + 4 + length;
  return received.length >= end ? end : 0;
}

function closeServer(server: Server, connections: readonly RawConnection[]): Promise<void> {
  for (const { socket } of connections) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Writes the pieces one after another, each in an event-loop turn of its own, so that most arrive as reads of their own. */
export async function writePieces(socket: Socket, pieces: readonly Buffer[]): Promise<void> {
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** Answers by writing the pieces, and leaves the connection open. */
export const writing =
  (...pieces: readonly string[]): Answerer =>
  ({ socket }) => {
    for (const piece of pieces) socket.write(piece);
  };

/** Answers by writing the pieces and closing the connection. */
export const closing =
  (...pieces: readonly string[]): Answerer =>
  ({ socket }) =>
    void socket.end(pieces.join(''));
