import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { micros } from '../units/units.ts';
import { unset } from './flight.ts';
import { wholeAnswer } from './testing/answers.ts';
import { startRawServer, writing } from './testing/raw-server.ts';
import { createSender } from './testing/send-requests.ts';
import { socketAddress, temporaryFolder } from './testing/target-servers.ts';

/** A clock that the test moves. */
function handClock() {
  const hand = { micros: 1_000_000, now: () => micros(hand.micros) };
  return hand;
}
const attempt = (index: number, warmup: boolean) => ({
  index,
  user: 0,
  scheduled: null,
  warmup,
  firstWave: false,
});
const closingHead = wholeAnswer(1).replace('\r\n', '\r\nconnection: close\r\n');

test('requests that find no open connection are counted, those of the warm-up are not', async () => {
  const server = await startRawServer(writing(wholeAnswer(1)));
  const { transport } = createSender(server.port);
  const end = (index: number, warmup: boolean) =>
    new Promise((resolve) => transport.start(attempt(index, warmup), resolve));
  await end(0, true);
  expect(transport.counts.waited).toBe(0);
  await Promise.all([end(1, false), end(2, false), end(3, false)]);
  expect(transport.counts).toMatchObject({ opened: 3, reused: 1, waited: 2 });
});

test('a connection that could not be opened is not counted as opened', async () => {
  const server = await startRawServer(writing());
  await server.close();
  const { transport, send } = createSender(server.port);
  await transport.open(300);
  await send();
  expect(transport.counts).toMatchObject({ opened: 0, waited: 1 });
});

test('connections are opened ahead, each once', async () => {
  const server = await startRawServer(writing(wholeAnswer(1)));
  const { transport } = createSender(server.port);
  await transport.open(300);
  await transport.open(300);
  expect(transport.counts.opened).toBe(300);
});

/** A server on a Unix socket that lets only a few connections wait for it. */
async function shortQueue(): Promise<string> {
  const path = join(await temporaryFolder(), 'short-queue.sock');
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('end', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen({ path, backlog: 2 }, resolve));
  onTestFinished(() => void server.close());
  return path;
}

test('a Unix socket whose queue overflows gets all its connections', async () => {
  const { transport } = createSender(socketAddress(await shortQueue()));
  await transport.open(100);
  expect(transport.counts.opened).toBe(100);
});

test('closing the transport ends the wait for a full queue', async () => {
  const path = await shortQueue();
  const { transport } = createSender(socketAddress(path));
  const opened = transport.open(100);
  await new Promise((resolve) => setImmediate(resolve));
  transport.close();
  const before = transport.counts.opened;
  await opened;
  expect(transport.counts.opened).toBe(before);
  expect(before).toBeLessThan(100);
});

test('closing the transport ends the opening of connections', async () => {
  const server = await startRawServer(writing());
  const { transport } = createSender(server.port);
  const opened = transport.open(2000);
  transport.close();
  await opened;
  expect(transport.counts.opened).toBe(0);
});

test('a connection opened ahead is used after 20 idle seconds, not after 40', async () => {
  const clock = handClock();
  const server = await startRawServer(writing(wholeAnswer(1)));
  const { transport, send } = createSender(server.port, { clock });
  await transport.open(1);
  clock.micros += 20_000_000;
  await send();
  expect(transport.counts).toMatchObject({ opened: 1, reused: 1 });
  await transport.open(2);
  clock.micros += 40_000_000;
  await send();
  expect(transport.counts).toMatchObject({ opened: 3, reused: 1 });
});

test('a server that said it closes the connection is let close it first', async () => {
  const server = await startRawServer((connection, request) => {
    if (connection.number === 0) connection.socket.write(closingHead);
    else writing(wholeAnswer(1))(connection, request);
  });
  const { send } = createSender(server.port);
  await send();
  await send();
  const socket = server.connections[0]?.socket;
  expect(socket?.readableEnded).toBe(false);
  socket?.end();
  if (socket !== undefined) await once(socket, 'close');
  expect(socket?.readableEnded).toBe(true);
});

test('a server that does not close the connection as it said is not waited for', async () => {
  const clock = handClock();
  const server = await startRawServer(writing(closingHead));
  const { send } = createSender(server.port, { clock });
  await send();
  const socket = server.connections[0]?.socket;
  clock.micros += 600_000;
  if (socket !== undefined) await once(socket, 'end');
  expect(socket?.readableEnded).toBe(true);
});

test('requests time out in the order in which they left, all that are due at once', async () => {
  const clock = handClock();
  const server = await startRawServer((connection, request) => {
    if (connection.number === 2) writing(wholeAnswer(1))(connection, request);
  });
  const { transport, send } = createSender(server.port, { clock, timeout: micros(50_000) });
  const first = [send(), send()];
  await send();
  clock.micros += 30_000;
  const last = [send(), send()];
  clock.micros += 21_000;
  await first[0];
  expect([...transport.flights()].map((flight) => flight.attempt.index)).toEqual([4]);
  expect((await Promise.all(first)).map(({ flight }) => flight.errorClass)).toEqual(['timeout', 'timeout']);
  clock.micros += 30_000;
  expect((await Promise.all(last)).map(({ flight }) => flight.errorClass)).toEqual([null, 'timeout']);
});

test('the bytes of a request are given back when they are written, not when the answer has ended', async () => {
  const server = await startRawServer(writing());
  let released = 0;
  const { transport, send } = createSender(server.port, { releaseBytes: () => released++ });
  await transport.open(1);
  void send();
  expect([...transport.flights()][0]?.sent).toBeGreaterThan(unset);
  expect(released).toBe(1);
});

test('bytes that may have to go out again are kept until the server has answered', async () => {
  const clock = handClock();
  const server = await startRawServer(writing(wholeAnswer(1)));
  let released = 0;
  const { send } = createSender(server.port, { clock, releaseBytes: () => released++ });
  await send();
  clock.micros += 60_000;
  const again = send();
  expect(released).toBe(1);
  await again;
  expect(released).toBe(2);
});
