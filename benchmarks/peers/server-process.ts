import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const patienceMillis = 2_000;

/** A server in a process of its own. */
export type ServerProcess = {
  readonly url: string;
  /** Ends the process, by force when it does not end by itself, and waits for it. */
  readonly stop: () => Promise<void>;
};

/** Starts a Node program that prints `{"url": ...}` on a line once it listens. Throws when it ends before that. */
export async function startServerProcess(program: string, flags: readonly string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  if (child.stdout === null) throw new Error('the server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line) as { url?: string };
    if (url !== undefined) return { url, stop: () => stop(child, ended) };
  }
  throw new Error('the server ended before it was ready');
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMillis);
  await ended;
  clearTimeout(force);
}
