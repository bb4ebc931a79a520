import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createSecureServer, type TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import { loopbackAddress, type TargetAddress, type TargetTls, usualTrust } from '../target-address.ts';
import type { TestCertificate } from './test-certificates.ts';

/** Called with each request, which has come in one piece; writes whatever bytes the test wants. */
export type SocketAnswerer = (socket: Socket, request: string) => void;

/** A folder of the test's own, removed when it has ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A server on a Unix socket, gone when the test has ended. Returns the socket's path. */
export async function startSocketServer(answer: SocketAnswerer): Promise<string> {
  const path = join(await temporaryFolder(), 'server.sock');
  const server = createServer((socket) => serve(socket, answer));
  await listen(server, path);
  return path;
}

/** A TLS server on 127.0.0.1; `names` are the server names that its clients asked for (SNI), `false` for none. */
export type SecureServer = { readonly port: number; readonly names: readonly (string | false)[] };

/** Starts one, gone when the test has ended. */
export async function startSecureServer(
  { certificate, key }: TestCertificate,
  answer: SocketAnswerer,
): Promise<SecureServer> {
  const names: (string | false)[] = [];
  const server = createSecureServer({ cert: certificate, key }, (socket) => {
    names.push((socket as TLSSocket & { servername: string | false }).servername);
    serve(socket, answer);
  });
  server.on('tlsClientError', () => undefined);
  await listen(server, 0);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return { port: bound.port, names };
}

/** The address of a server on a Unix socket. */
export const socketAddress = (socketPath: string): TargetAddress => ({
  ...loopbackAddress(80),
  hostname: 'localhost',
  address: '',
  socketPath,
});

/** The address of a TLS server on this host. */
export const secureAddress = (
  port: number,
  tls: TargetTls = usualTrust,
  hostname = '127.0.0.1',
): TargetAddress => ({ ...loopbackAddress(port), secure: true, hostname, tls });

function serve(socket: Socket, answer: SocketAnswerer): void {
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => answer(socket, bytes.toString('latin1')));
}

async function listen(server: Server, where: string | number): Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    if (typeof where === 'string') server.listen(where, resolve);
    else server.listen(where, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
}
