import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Simulation = { readonly url: string; stop(): void };

/** Starts a simulated server in a process of its own. */
export async function startSimulation(flags: readonly string[]): Promise<Simulation> {
  const program = fileURLToPath(new URL('../../packages/sim-server/src/serve.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [program, '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('the simulated server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as { url?: string };
    if (message.url !== undefined) return { url: message.url, stop: () => child.kill('SIGTERM') };
  }
  throw new Error('the simulated server ended before it was ready');
}
