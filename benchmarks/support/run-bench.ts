import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OwnStage, parseOwnResult } from '@kneepoint/core';

/** What one `kneepoint bench` measured, and what its whole process used. */
export type BenchRun = {
  readonly stage: OwnStage;
  readonly cpuMicros: number;
  readonly peakResidentBytes: number;
};

/** The built command line; `KNEEPOINT_PROGRAM` names another build, to compare the two. */
export const program =
  process.env['KNEEPOINT_PROGRAM'] ??
  fileURLToPath(new URL('../../apps/cli-tui/dist/main.js', import.meta.url));
const probe = new URL('./usage-probe.mjs', import.meta.url).href;

/** Runs the built command line in a process of its own, as a person would. */
export async function runBench(url: string, flags: readonly string[]): Promise<BenchRun> {
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-benchmark-'));
  const output = join(folder, 'result.json');
  const usage = join(folder, 'usage.json');
  const words = ['--import', probe, program, 'bench', url, '--quiet', '--output', output, ...flags];
  // A busy client is a finding here, not a failure: the exit code is not looked at.
  await new Promise<void>((resolve) => {
    const environment = { ...process.env, KNEEPOINT_USAGE_FILE: usage, XDG_DATA_HOME: folder };
    execFile(process.execPath, words, { env: environment, maxBuffer: 64 * 1024 * 1024 }, () => resolve());
  });
  const [stage] = parseOwnResult(await readFile(output, 'utf8'), output).stages;
  const used = JSON.parse(await readFile(usage, 'utf8')) as Omit<BenchRun, 'stage'>;
  await rm(folder, { recursive: true });
  if (stage === undefined) throw new Error('the run has no stage');
  return { stage, ...used };
}
