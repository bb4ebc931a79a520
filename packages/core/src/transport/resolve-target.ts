import { lookup } from 'node:dns/promises';
import { stat } from 'node:fs/promises';
import { connect, isIP } from 'node:net';
import { exitCodes, KneepointError, usageError } from '../errors/kneepoint-error.ts';
import { parseTargetUrl } from './parse-target-url.ts';
import type { TargetAddress, TargetTls } from './target-address.ts';

/** How long an address of a name with several may take to accept a connection before the next is tried. */
const acceptMillis = 1000;

/**
 * Resolves the target's name once, so that no request waits for it. Throws exit code 3 when the name is unknown or no
 * socket is there, and a usage error for a path that is something else.
 */
export async function resolveTarget(text: string, tls: TargetTls): Promise<TargetAddress> {
  const { secure, hostname, port, basePath, socketPath } = parseTargetUrl(text);
  if (socketPath !== null) await checkSocket(socketPath);
  const address =
    socketPath !== null ? '' : isIP(hostname) > 0 ? hostname : await resolveName(hostname, port);
  return { secure, hostname, address, port, basePath, socketPath, tls };
}

async function checkSocket(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    const missing = found.code === 'ENOENT' || found.code === 'ENOTDIR';
    throw new KneepointError(
      missing
        ? `there is no socket at ${path}`
        : `the socket at ${path} cannot be looked at (${found.code ?? found.message})`,
      {
        code: 'target-unreachable',
        exitCode: exitCodes.targetUnreachable,
        hint: 'check that the server is up and listens on this path',
        cause: found,
      },
    );
  }
  if (found.isSocket()) return;
  throw usageError(
    'target-url',
    `${path} is no Unix socket but ${found.isDirectory() ? 'a folder' : 'a file'}`,
    'give the path that the server was told to listen on',
  );
}

async function resolveName(hostname: string, port: number): Promise<string> {
  try {
    return await firstThatAccepts(await lookup(hostname, { all: true }), port);
  } catch (error) {
    throw new KneepointError(`the name "${hostname}" cannot be resolved`, {
      code: 'target-unreachable',
      exitCode: exitCodes.targetUnreachable,
      hint: 'check the spelling, or give the numeric address',
      trouble: { kind: 'host-unknown', host: hostname },
      cause: error,
    });
  }
}

/**
 * `localhost` is often both ::1 and 127.0.0.1 while the server listens on one of them: a run has to know which. Where
 * none accepts, the first is taken, and whoever asks it next says what is wrong.
 */
export async function firstThatAccepts(
  candidates: readonly { readonly address: string }[],
  port: number,
): Promise<string> {
  if (candidates.length > 1) {
    for (const { address } of candidates) if (await accepts(address, port)) return address;
  }
  const [first] = candidates;
  if (first === undefined) throw new Error('the name has no address');
  return first.address;
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: acceptMillis });
    const settle = (accepted: boolean): void => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.on('error', () => settle(false));
  });
}
