import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createDockerClient } from '../../../packages/runner-agent/src/deployments/docker/docker-client.ts';

const run = promisify(execFile);

/** A Docker Engine of the test's own, or why there is none. */
export type TestDockerEngine =
  | { readonly available: true; readonly socketPath: string; readonly close: () => Promise<void> }
  | { readonly available: false; readonly reason: string };

const startMillis = 60_000;
const pollMillis = 200;

/**
 * Starts `dockerd` in a folder of its own, without a network: containers share the host's. Needs root and Debian's
 * docker.io, or another engine with the same daemon.
 */
export async function startDockerEngine(): Promise<TestDockerEngine> {
  if (process.getuid?.() !== 0) return unavailable('the Docker Engine can only be started by root here');
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-docker-'));
  const socketPath = join(folder, 'docker.sock');
  const log = await open(join(folder, 'log'), 'a');
  const daemon = spawn('dockerd', daemonFlags(folder, socketPath), { stdio: ['ignore', log.fd, log.fd] });
  await log.close();
  const ended = new Promise<string>((settle) => {
    daemon.once('error', (error) => settle(`dockerd was not started: ${error.message}`));
    daemon.once('exit', (code) => settle(`dockerd ended with exit code ${code}`));
  });
  const reason = await Promise.race([ended, untilItAnswers(socketPath)]);
  if (reason === null) return { available: true, socketPath, close: () => stop(daemon, ended, folder) };
  const words = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
  await stop(daemon, ended, folder);
  return unavailable(`${reason}${words === '' ? '' : `: ${words.trim().split('\n').at(-1)}`}`);
}

const daemonFlags = (folder: string, socketPath: string): string[] => [
  ...['--host', `unix://${socketPath}`, '--iptables=false', '--bridge=none', '--storage-driver=vfs'],
  ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
  ...['--pidfile', join(folder, 'pid')],
];

async function untilItAnswers(socketPath: string): Promise<string | null> {
  const client = createDockerClient(socketPath);
  const deadline = Date.now() + startMillis;
  try {
    while (Date.now() < deadline) {
      const answer = await client.call({ method: 'GET', path: '/_ping' });
      if (answer.ok && answer.value.status === 200) return null;
      await delay(pollMillis);
    }
    return `dockerd did not answer in ${startMillis / 1000} s`;
  } finally {
    await client.close();
  }
}

async function stop(daemon: ChildProcess, ended: Promise<string>, folder: string): Promise<void> {
  daemon.kill('SIGTERM');
  await ended;
  // The daemon leaves a mount of the host's network behind, which would keep the folder from being removed.
  await run('umount', [join(folder, 'exec/netns/default')]).catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function unavailable(reason: string): TestDockerEngine {
  process.stderr.write(`skipped, because no Docker Engine can be started: ${reason}\n`);
  return { available: false, reason };
}
