import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { unset } from './flight.ts';
import { RequestEncoder } from './request-encoder.ts';
import { loopbackAddress } from './target-address.ts';
import { wholeAnswer } from './testing/answers.ts';
import { createSender } from './testing/send-requests.ts';
import { secureAddress, startSecureServer } from './testing/target-servers.ts';
import { localhostCertificate } from './testing/test-certificates.ts';

/** More than the kernel's buffers of both ends hold. */
const bodyBytes = 64 * 1024 * 1024;
const end = 'the end';

test('a request that the kernel cannot take at once is sent when its last byte has gone, not before', async () => {
  const { promise: connected, resolve: connect } = Promise.withResolvers<Socket>();
  const server = createServer({ pauseOnConnect: true }, connect);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const encoder = new RequestEncoder(loopbackAddress(port), '/', {});
  const released: Buffer[] = [];
  const { transport, send } = createSender(port, {
    requestBytes: () => encoder.encode('x'.repeat(bodyBytes) + end),
    releaseBytes: (bytes) => void released.push(bytes),
  });
  const sending = send();
  const socket = await connected;
  while (transport.counts.opened === 0) await new Promise((resolve) => setImmediate(resolve));
  const [flight] = [...transport.flights()];
  expect(flight?.sent).toBe(unset);
  expect(released).toEqual([]);
  let received = '';
  socket.on('data', (bytes) => {
    received = (received + bytes.toString('latin1', Math.max(0, bytes.length - end.length))).slice(
      -end.length,
    );
    if (received === end) socket.end(wholeAnswer(3));
  });
  socket.on('error', () => socket.destroy());
  socket.resume();
  const ended = await sending;
  expect(ended.flight.status).toBe('completed');
  expect(ended.flight.sent).toBeGreaterThan(ended.flight.dispatched);
  expect(ended.flight.sent).toBeLessThanOrEqual(ended.flight.headers);
  expect(released).toHaveLength(1);
});

test('the same over TLS, whose records go out one after the other', async () => {
  let received = '';
  const { port } = await startSecureServer(localhostCertificate, (socket, piece) => {
    received = (received + piece).slice(-end.length);
    if (received === end) socket.write(wholeAnswer(3));
  });
  const address = secureAddress(port, { ca: localhostCertificate.certificate, insecure: false });
  const encoder = new RequestEncoder(address, '/', {});
  const { send } = createSender(address, {
    requestBytes: () => encoder.encode('x'.repeat(bodyBytes / 16) + end),
  });
  const { flight } = await send();
  expect(flight.status).toBe('completed');
  expect(flight.sent).toBeGreaterThan(flight.dispatched);
  expect(flight.sent).toBeLessThanOrEqual(flight.headers);
});
