import { createInterface } from 'node:readline';
import type { TruthSnapshot } from '../../packages/sim-server/src/index.ts';
import { startKneepoint } from './run-kneepoint.ts';

/** A simulated server in a process of its own. */
export type Simulator = {
  readonly url: string;
  truth(): Promise<TruthSnapshot>;
  close(): Promise<void>;
};

/** Starts `kneepoint sim` on a free port. */
export async function startSimulator(...flags: readonly string[]): Promise<Simulator> {
  const running = startKneepoint(['sim', '--port', '0', ...flags]);
  const { stdout } = running.process;
  if (stdout === null) throw new Error('the simulator has no output');
  for await (const line of createInterface({ input: stdout })) {
    const { url } = JSON.parse(line) as { readonly url: string };
    return {
      url,
      truth: async () => (await (await fetch(`${url}/truth`)).json()) as TruthSnapshot,
      close: async () => {
        running.process.kill('SIGTERM');
        await running.ended;
      },
    };
  }
  throw new Error(`the simulator did not start: ${(await running.ended).stderr}`);
}
