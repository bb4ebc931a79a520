import { once } from 'node:events';
import { expect, test } from 'vitest';
import { micros } from '../units/units.ts';
import { unset } from './flight.ts';
import { wholeAnswer } from './testing/answers.ts';
import { startRawServer, writing } from './testing/raw-server.ts';
import { createSender } from './testing/send-requests.ts';

test('one connection carries many requests, and only the first one opened it', async () => {
  const server = await startRawServer(writing(wholeAnswer(2)));
  const { transport, send } = createSender(server.port);
  const flights = [];
  for (let count = 0; count < 50; count++) flights.push((await send()).flight);
  expect(server.connections).toHaveLength(1);
  expect(transport.counts).toMatchObject({ opened: 1, reused: 49, staleReplaced: 0 });
  expect(flights.map((flight) => flight.openedConnection)).toEqual([
    true,
    ...Array.from({ length: 49 }, () => false),
  ]);
});

test('connections opened ahead are not the requests’ own', async () => {
  const server = await startRawServer(writing(wholeAnswer(1)));
  const { transport, send } = createSender(server.port);
  await transport.open(3);
  const sent = await Promise.all([send(), send(), send()]);
  expect(transport.counts).toMatchObject({ opened: 3, reused: 3 });
  expect(sent.some(({ flight }) => flight.openedConnection)).toBe(false);
});

test('a server that asks to close the connection is not sent another request on it', async () => {
  const answer = wholeAnswer(1).replace('\r\n', '\r\nconnection: close\r\n');
  const server = await startRawServer(writing(answer));
  const { transport, send } = createSender(server.port);
  await send();
  await send();
  expect(transport.counts).toMatchObject({ opened: 2, reused: 0 });
});

test('bytes behind the end of an answer cost the connection, not the answer', async () => {
  const server = await startRawServer(writing(`${wholeAnswer(1)}HTTP/1.1 408 Timeout\r\n\r\n`));
  const { transport, send } = createSender(server.port);
  expect((await send()).flight).toMatchObject({ status: 'completed', outputTokens: 1 });
  expect((await send()).flight).toMatchObject({ status: 'completed', outputTokens: 1 });
  expect(transport.counts).toMatchObject({ opened: 2, reused: 0 });
});

test('an idle connection that the server closes is not used again', async () => {
  const server = await startRawServer(writing(wholeAnswer(1)));
  const { transport, send } = createSender(server.port);
  await send();
  const socket = server.connections[0]?.socket;
  socket?.end();
  if (socket !== undefined) await once(socket, 'close');
  expect((await send()).flight.status).toBe('completed');
  expect(transport.counts).toMatchObject({ opened: 2, reused: 0, staleReplaced: 0 });
});

test('the idle connection that closes just as a request is sent is replaced once, counted, and no failure', async () => {
  let now = 0;
  const server = await startRawServer((connection) => {
    if (connection.number === 0 && connection.requests === 2) connection.socket.destroy();
    else connection.socket.write(wholeAnswer(1));
  });
  const clock = { now: () => micros(++now) };
  const { transport, send } = createSender(server.port, { clock });
  await send();
  now += 60_000;
  const { flight, end } = await send();
  expect(end.status).toBe('completed');
  expect(transport.counts).toMatchObject({ opened: 2, reused: 1, staleReplaced: 1 });
  expect(flight.openedConnection).toBe(true);
  expect(flight.sent).toBeGreaterThan(flight.dispatched);
});

test('a server that closes a connection without answering twice is a failure', async () => {
  let now = 0;
  const server = await startRawServer((connection) => {
    if (connection.number === 0 && connection.requests === 1) connection.socket.write(wholeAnswer(1));
    else connection.socket.destroy();
  });
  const { transport, send } = createSender(server.port, { clock: { now: () => micros(++now) } });
  await send();
  now += 60_000;
  expect((await send()).end).toEqual({ status: 'failed', unreachable: true, timedOut: false });
  expect(transport.counts.staleReplaced).toBe(1);
});

test('an idle connection of more than three seconds is closed by us first', async () => {
  let now = 0;
  const server = await startRawServer(writing(wholeAnswer(1)));
  const { transport, send } = createSender(server.port, { clock: { now: () => micros(++now) } });
  await send();
  now += 3_100_000;
  await send();
  expect(transport.counts).toMatchObject({ opened: 2, reused: 0, staleReplaced: 0 });
});

test('a refused connection is of class connect, and the target unreachable', async () => {
  const server = await startRawServer(writing());
  await server.close();
  const { flight, end } = await createSender(server.port).send();
  expect(end).toEqual({ status: 'failed', unreachable: true, timedOut: false });
  expect(flight).toMatchObject({ errorClass: 'connect', errorDetail: 'ECONNREFUSED', sent: unset });
});
