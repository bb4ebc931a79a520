import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the server has begun to send. */
export type Sent = { readonly requests: number; readonly events: number };
export type PrecomputedServer = { readonly url: string; sent(): Promise<Sent>; stop(): void };

/** Starts a server of precomputed answers in a process of its own; without a step each answer goes out in one write. */
export async function startPrecomputed(tokens: number, stepMillis = 0): Promise<PrecomputedServer> {
  const program = fileURLToPath(new URL('./precomputed-server.ts', import.meta.url));
  const words = [program, String(tokens), String(stepMillis)];
  const child: ChildProcess = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('the server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line) as { url: string };
    return {
      url,
      sent: async () => (await (await fetch(`${url}/sent`)).json()) as Sent,
      stop: () => child.kill('SIGTERM'),
    };
  }
  throw new Error('the server ended before it was ready');
}
