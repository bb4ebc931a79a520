import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { exitCodes, KneepointError } from '@kneepoint/core';
import type { TruthSnapshot } from '@kneepoint/sim-server';

/** A simulated server that writes tokens on time and remembers when. */
export type CalibrationSimulation = {
  readonly url: string;
  truth(): Promise<TruthSnapshot>;
  /** Forgets what it wrote so far. */
  reset(): Promise<void>;
  stop(): void;
};

/** Starts one in a process of its own; it ends with this process, however that ends. `pace` are times in milliseconds. */
export async function startCalibrationSimulation(pace: {
  readonly firstToken: number;
  readonly step: number;
}): Promise<CalibrationSimulation> {
  const flags = ['--profile', 'ideal', '--align', '--bare', '--precise'];
  const times = ['--ttft-ms', String(pace.firstToken), '--step-ms', String(pace.step)];
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, 'sim', '--port', '0', ...flags, ...times], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await listeningAt(child);
  return {
    url,
    async truth() {
      return (await (await fetch(`${url}/truth`)).json()) as TruthSnapshot;
    },
    async reset() {
      await (await fetch(`${url}/truth/reset`, { method: 'POST' })).arrayBuffer();
    },
    stop: () => void child.kill('SIGTERM'),
  };
}

async function listeningAt({ stdout }: ChildProcess): Promise<string> {
  if (stdout !== null)
    for await (const line of createInterface({ input: stdout })) {
      const message = JSON.parse(line) as { event?: string; url?: string };
      if (message.event === 'listening' && message.url !== undefined) return message.url;
    }
  throw new KneepointError('the simulated server ended before it was ready', {
    code: 'simulation-failed',
    exitCode: exitCodes.targetUnreachable,
    hint: 'try it alone: kneepoint sim --profile ideal --port 8001',
  });
}
