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
  /** Processor time that it has used so far, in microseconds. */
  processorMicros(): Promise<number>;
  stop(): void;
};

/** A start takes half a second on an idle host. */
const startMillis = 15_000;
/** An answer of thousands of requests takes a fraction of a second to write and to read. */
const answerMillis = 10_000;

/**
 * Starts one in a process of its own; it ends with this process, however that ends. `pace` are times in milliseconds.
 * Throws when it does not start in time.
 */
export async function startCalibrationSimulation(
  pace: { readonly firstToken: number; readonly step: number },
  signal: AbortSignal,
): Promise<CalibrationSimulation> {
  const flags = ['--profile', 'ideal', '--align', '--bare', '--precise'];
  const times = ['--ttft-ms', String(pace.firstToken), '--step-ms', String(pace.step)];
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, 'sim', '--port', '0', ...flags, ...times], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // Out of the terminal's group: a Ctrl-C is this process's to hear, which then ends both.
    detached: true,
  });
  const ask = (path: string, method: string) =>
    fetch(`${url}${path}`, { method, signal: AbortSignal.any([signal, AbortSignal.timeout(answerMillis)]) });
  const url = await listeningAt(child, signal);
  return {
    url,
    async truth() {
      return (await (await ask('/truth', 'GET')).json()) as TruthSnapshot;
    },
    async reset() {
      await (await ask('/truth/reset', 'POST')).arrayBuffer();
    },
    async processorMicros() {
      const { processor } = (await (await ask('/simulation', 'GET')).json()) as {
        readonly processor: { readonly user: number; readonly system: number };
      };
      return processor.user + processor.system;
    },
    stop: () => void child.kill('SIGTERM'),
  };
}

async function listeningAt(child: ChildProcess, signal: AbortSignal): Promise<string> {
  const giveUp = (): void => void child.kill('SIGKILL');
  const limit = setTimeout(giveUp, startMillis);
  signal.addEventListener('abort', giveUp);
  try {
    if (child.stdout !== null)
      for await (const line of createInterface({ input: child.stdout })) {
        const message = JSON.parse(line) as { event?: string; url?: string };
        if (message.event === 'listening' && message.url !== undefined) return message.url;
      }
  } finally {
    clearTimeout(limit);
    signal.removeEventListener('abort', giveUp);
  }
  throw new KneepointError('the simulated server ended before it was ready', {
    code: 'simulation-failed',
    exitCode: exitCodes.targetUnreachable,
    hint: 'try it alone: kneepoint sim --profile ideal --port 8001',
  });
}
