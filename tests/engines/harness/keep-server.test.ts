import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { groupIsAlive, stopProcessGroup } from './process-group.ts';

const keeper = fileURLToPath(new URL('./keep-server.sh', import.meta.url));

interface KeptServer {
  readonly process: ChildProcess;
  readonly leader: number;
  /** What it printed first; by then it runs. */
  readonly firstLine: string;
}

async function keep(script: string, prefix: readonly string[] = []): Promise<KeptServer> {
  const [command = '', ...words] = [...prefix, keeper, 'bash', '-c', script];
  const child = spawn(command, words, { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  if (child.pid === undefined) throw new Error('the keeper could not be started');
  const leader = child.pid;
  onTestFinished(() => stopProcessGroup(leader, 100));
  const [firstLine] = await once(createInterface({ input: child.stdout }), 'line');
  return { process: child, leader, firstLine };
}

test('a server is gone with its children when it is stopped', async () => {
  const server = await keep('sleep 600 & echo up; wait');
  await stopProcessGroup(server.leader, 10_000);
  expect(await groupIsAlive(server.leader)).toBe(false);
});

test('a server that ignores SIGTERM is killed after the grace', async () => {
  const server = await keep('trap "" TERM; echo up; while true; do sleep 600; done');
  await stopProcessGroup(server.leader, 200);
  expect(await groupIsAlive(server.leader)).toBe(false);
});

test('stopping a server that has ended already is no error', async () => {
  const server = await keep('echo up');
  await once(server.process, 'exit');
  await stopProcessGroup(server.leader, 10_000);
  expect(await groupIsAlive(server.leader)).toBe(false);
});

test('the end of the process that started a server is the end of the server', async () => {
  const server = await keep('sleep 600 & echo up; wait');
  server.process.stdin?.destroy();
  await once(server.process, 'exit');
  await expect.poll(() => groupIsAlive(server.leader), { timeout: 20_000 }).toBe(false);
});

test("a server's exit code is the keeper's", async () => {
  const server = await keep('echo up; exit 7');
  expect(await once(server.process, 'exit')).toEqual([7, null]);
});

test('a server inherits no descriptor but its own three', async () => {
  const outer = ['bash', '-c', 'exec 9</dev/null 251</dev/null; exec "$@"', 'outer'];
  // Listing a folder opens one more descriptor, which is gone by the time that its path is looked at.
  const listing =
    'for path in /proc/$$/fd/*; do if [ -e "$path" ]; then printf " %s" "$(basename "$path")"; fi; done';
  const server = await keep(`${listing}; echo; sleep 600`, outer);
  expect(server.firstLine).toBe(' 0 1 2');
});
