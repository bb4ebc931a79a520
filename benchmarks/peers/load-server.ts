import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type LoadTruth, readLoadTruth } from './load-truth.ts';
import type { PeerLoad } from './peer-load.ts';
import { startServerProcess } from './server-process.ts';

const run = promisify(execFile);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const simulator = here('../../packages/sim-server/src/serve.ts');

/** The server of one load, warm and with an empty memory of what happened. */
export type LoadServer = {
  readonly url: string;
  /** What happened since the last reset; null when no request came. */
  readonly truth: () => Promise<LoadTruth | null>;
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * The flags that every paced load has. `bare` leaves out what costs the server time and tells a client nothing; without it
 * the event that only names the role comes with the first token, as vLLM sends it, since some clients take it for that token.
 */
export function simulatorFlags(bare: boolean): readonly string[] {
  return ['--profile', 'ideal', '--align', '--precise', bare ? '--bare' : '--role-with-first-token'];
}

/** Starts the server of a load in a process of its own, and lets it compile its code before anyone is measured. */
export async function startLoadServer(load: PeerLoad, bare: boolean): Promise<LoadServer> {
  const { pace } = load;
  const process =
    pace.kind === 'unpaced'
      ? await startServerProcess(here('short-stream-server.ts'), [])
      : await startServerProcess(simulator, [
          ...simulatorFlags(bare),
          ...['--ttft-ms', String(pace.firstTokenMillis), '--step-ms', String(pace.stepMillis)],
        ]);
  const server: LoadServer = {
    url: process.url,
    truth: async () => readLoadTruth(pace, await (await fetch(`${process.url}/truth`)).json()),
    reset: async () => {
      await fetch(`${process.url}/truth/reset`, { method: 'POST' });
    },
    stop: process.stop,
  };
  await warmUp(server.url, load);
  await server.reset();
  return server;
}

async function warmUp(url: string, { users, pace }: PeerLoad): Promise<void> {
  const requests = String(pace.kind === 'unpaced' ? 2_000 : users * 3);
  const tokens = pace.kind === 'unpaced' ? '4' : '16';
  await run(globalThis.process.execPath, [here('../floor-process.ts'), url, String(users), requests, tokens]);
}

/**
 * Whether the simulated server's bare answers serve every client. They are given to requests that it recognises without
 * parsing; those of a client whose JSON has spaces, and completions, must be among them, or the clients would be compared on
 * different answers.
 */
export async function bareServesAll(): Promise<boolean> {
  const server = await startServerProcess(simulator, [...simulatorFlags(true), '--ttft-ms', '0']);
  try {
    const chat = await ask(
      `${server.url}/v1/chat/completions`,
      '"messages": [{"role": "user", "content": "x"}]',
    );
    const completion = await ask(`${server.url}/v1/completions`, '"prompt": "x"');
    return [chat, completion].every((answer) => answer.includes('"model":"bare"'));
  } finally {
    await server.stop();
  }
}

async function ask(url: string, prompt: string): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"model": "any", ${prompt}, "stream": true, "max_tokens": 1}`,
  });
  return answer.text();
}
