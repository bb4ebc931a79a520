import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type OwnResult, readOwnResultFile } from '../../packages/core/src/index.ts';
import type { Disturbance, DisturbedReport } from './disturbances.ts';

const script = fileURLToPath(new URL('./disturbed-run.ts', import.meta.url));

/** A disturbed run in a process of its own. */
export type DisturbedRun = {
  readonly process: ChildProcess;
  /** Settles when the stage has begun. */
  readonly stageStarted: Promise<void>;
  readonly ended: Promise<{ readonly result: OwnResult; readonly report: DisturbedReport }>;
};

/** Starts it; what it writes is in the folder. */
export function startDisturbedRun(url: string, folder: string, disturbance: Disturbance): DisturbedRun {
  const child = spawn(process.execPath, ['--expose-gc', script, url, folder, disturbance], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let last = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    errors += piece;
  });
  const started = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = line;
    if (line === 'stage-started') started.resolve();
  });
  const closed = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`it ended with ${code}: ${errors}`)),
    );
  });
  closed.catch(started.reject);
  const end = async (): Promise<Awaited<DisturbedRun['ended']>> => {
    await closed;
    return {
      result: await readOwnResultFile(join(folder, 'result.json')),
      report: JSON.parse(last) as DisturbedReport,
    };
  };
  return { process: child, stageStarted: started.promise, ended: end() };
}
