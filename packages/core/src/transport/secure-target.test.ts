import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { httpGet } from '../measurement/http-get.ts';
import { lastChunk, streamHead, tokenEvent, wholeAnswer } from './testing/answers.ts';
import { createSender } from './testing/send-requests.ts';
import { secureAddress, startSecureServer } from './testing/target-servers.ts';
import {
  elsewhereCertificate,
  expiredCertificate,
  localhostCertificate,
} from './testing/test-certificates.ts';

const trusting = (certificate: { readonly certificate: string }) => ({
  ca: certificate.certificate,
  insecure: false,
});
const anyCertificate = { ca: null, insecure: true };
const refusing = () => undefined;

test('answers over TLS come through the shared buffer as they do over TCP, and the connection is kept', async () => {
  const { port } = await startSecureServer(
    localhostCertificate,
    (socket) => void socket.write(wholeAnswer(5)),
  );
  const { transport, send } = createSender(secureAddress(port, trusting(localhostCertificate)));
  await transport.open(1);
  const first = await send();
  expect(first.flight).toMatchObject({
    status: 'completed',
    events: 5,
    outputTokens: 5,
    openedConnection: false,
  });
  expect(first.flight.sent).toBeGreaterThanOrEqual(first.flight.dispatched);
  expect(first.gaps).toHaveLength(4);
  expect((await send()).flight.status).toBe('completed');
  expect(transport.counts).toMatchObject({ opened: 1, reused: 2 });
});

test('an answer of many TLS records is whole', async () => {
  const word = 'word '.repeat(2000);
  const events = Array.from({ length: 40 }, (_, index) =>
    tokenEvent(word, index + 1, index === 39 ? 'stop' : null),
  );
  const { port } = await startSecureServer(localhostCertificate, (socket) => {
    socket.write(streamHead);
    for (const event of events) socket.write(event);
    socket.write(lastChunk);
  });
  const address = secureAddress(port, trusting(localhostCertificate));
  const { flight } = await createSender(address, { keepText: 'all' }).send();
  expect(flight).toMatchObject({ status: 'completed', events: 40, outputTokens: 40 });
  expect(flight.text).toBe(word.repeat(40));
});

test('a certificate of nobody we trust fails requests and questions alike', async () => {
  const { port } = await startSecureServer(localhostCertificate, refusing);
  const address = secureAddress(port);
  const { flight } = await createSender(address).send();
  expect(flight).toMatchObject({ errorClass: 'connect', errorDetail: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  const asked = httpGet(`https://127.0.0.1:${port}/`, { headers: {}, timeoutMillis: 5000, address });
  await expect(asked).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
});

test.each([
  ['the address', '127.0.0.1'],
  ['a name', 'localhost'],
])('a certificate is checked for %s that the target is called by', async (_, hostname) => {
  const { port } = await startSecureServer(elsewhereCertificate, refusing);
  const address = secureAddress(port, trusting(elsewhereCertificate), hostname);
  const { flight } = await createSender(address).send();
  expect(flight).toMatchObject({ errorClass: 'connect', errorDetail: 'ERR_TLS_CERT_ALTNAME_INVALID' });
});

test('an expired certificate is refused although it is trusted', async () => {
  const { port } = await startSecureServer(expiredCertificate, refusing);
  const { flight } = await createSender(secureAddress(port, trusting(expiredCertificate))).send();
  expect(flight).toMatchObject({ errorClass: 'connect', errorDetail: 'CERT_HAS_EXPIRED' });
});

test('any certificate is taken when that is asked for, by requests and questions alike', async () => {
  const { port } = await startSecureServer(expiredCertificate, (socket, request) => {
    socket.write(
      request.startsWith('GET') ? 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok' : wholeAnswer(1),
    );
  });
  const address = secureAddress(port, anyCertificate);
  expect((await createSender(address).send()).flight.status).toBe('completed');
  const asked = await httpGet(`https://127.0.0.1:${port}/`, { headers: {}, timeoutMillis: 5000, address });
  expect(asked.text).toBe('ok');
});

test('the server is told the name that it is called by, and nothing where that is an address', async () => {
  const server = await startSecureServer(localhostCertificate, (socket, request) => {
    socket.write(
      request.startsWith('GET') ? 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok' : wholeAnswer(1),
    );
  });
  const trust = trusting(localhostCertificate);
  for (const hostname of ['localhost', '127.0.0.1']) {
    const address = secureAddress(server.port, trust, hostname);
    await createSender(address).send();
    await httpGet(`https://${hostname}:${server.port}/`, { headers: {}, timeoutMillis: 5000, address });
  }
  expect(server.names).toEqual(['localhost', 'localhost', false, false]);
});

test('a server that speaks no TLS is of class connect', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { flight } = await createSender(secureAddress(port)).send();
  expect(flight).toMatchObject({
    errorClass: 'connect',
    errorDetail: expect.stringMatching(/^ERR_SSL|EPROTO/),
  });
});
