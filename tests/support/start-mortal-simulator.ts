import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { TruthSnapshot } from '../../packages/sim-server/src/index.ts';
import { startKneepoint } from './run-kneepoint.ts';

/** A simulated server in a process of its own that can be killed or stopped at any moment. */
export type MortalSimulator = {
  readonly url: string;
  truth(): Promise<TruthSnapshot>;
  forget(): Promise<void>;
  /** Settles when so many requests have come, or have been answered in full. */
  seen(count: number, what?: 'requests' | 'completed'): Promise<void>;
  /** Sends the signal; after SIGKILL, settles when the process is gone. */
  signal(name: 'SIGKILL' | 'SIGSTOP'): Promise<void>;
};

const pollMillis = 10;

/** Starts one with the timing `ideal` on a free port. */
export async function startMortalSimulator(...flags: readonly string[]): Promise<MortalSimulator> {
  const running = startKneepoint(['sim', '--port', '0', '--profile', 'ideal', ...flags]);
  const url = await urlOf(running.process.stdout);
  const truth = async (): Promise<TruthSnapshot> =>
    (await (await fetch(`${url}/truth`)).json()) as TruthSnapshot;
  return {
    url,
    truth,
    forget: async () => {
      await fetch(`${url}/truth/reset`, { method: 'POST' });
    },
    seen: async (count, what = 'requests') => {
      while ((await truth()).totals[what] < count) await delay(pollMillis);
    },
    signal: async (name) => {
      running.process.kill(name);
      if (name === 'SIGKILL') await running.ended;
    },
  };
}

async function urlOf(output: NodeJS.ReadableStream | null): Promise<string> {
  if (output === null) throw new Error('the simulator has no output');
  for await (const line of createInterface({ input: output })) {
    const { url } = JSON.parse(line) as { readonly url: string };
    return url;
  }
  throw new Error('the simulator did not start');
}
