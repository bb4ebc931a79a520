import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OwnStage, parseOwnResult } from '@kneepoint/core';
import { spawn } from '@lydell/node-pty';
import { z } from 'zod';
import { program } from './run-bench.ts';

/** How a run is watched, as `--progress` has it. */
export type Watching = 'none' | 'line' | 'json' | 'screen';

/** What a run measured while it was watched, and the shares of a core that it took meanwhile: its main thread, and all of the process but its one load worker. */
export type WatchedBench = {
  readonly stage: OwnStage;
  readonly mainCpu: number;
  readonly otherCpu: number;
  /** Bytes that went to the terminal. */
  readonly drawnBytes: number;
};

const samplesSchema = z.array(z.object({ at: z.number(), main: z.number(), process: z.number() }));
type CpuSample = z.infer<typeof samplesSchema>[number];

const probe = new URL('./cpu-samples.mjs', import.meta.url).href;
/** Of the stage's begin and end: what is loaded, compiled and ended is no cost of watching. */
const settledMillis = 2000;
const size = { cols: 120, rows: 40 };

/** Runs the built command line in a pseudo-terminal of its own, as a person would. */
export async function watchedBench(
  url: string,
  watching: Watching,
  flags: readonly string[],
): Promise<WatchedBench> {
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-benchmark-'));
  const output = join(folder, 'result.json');
  const cpuFile = join(folder, 'cpu.json');
  const words = ['--import', probe, program, 'bench', url, '--workers', '1'];
  const own = ['--progress', watching, '--output', output];
  const terminal = spawn(process.execPath, [...words, ...own, ...flags], {
    ...size,
    name: 'xterm-256color',
    cwd: folder,
    env: { ...process.env, KNEEPOINT_CPU_FILE: cpuFile, XDG_DATA_HOME: folder, HOME: folder },
  });
  let drawnBytes = 0;
  terminal.onData((piece) => {
    drawnBytes += piece.length;
  });
  await new Promise<void>((resolve) => void terminal.onExit(() => resolve()));
  const [stage] = parseOwnResult(await readFile(output, 'utf8'), output).stages;
  const samples = samplesSchema.parse(JSON.parse(await readFile(cpuFile, 'utf8')));
  await rm(folder, { recursive: true });
  if (stage === undefined) throw new Error('the run has no stage');
  return { stage, drawnBytes, ...shares(samples, stage) };
}

/** Over the middle of the stage. */
function shares(
  samples: readonly CpuSample[],
  { startedAt, window, warmup, generator }: OwnStage,
): Pick<WatchedBench, 'mainCpu' | 'otherCpu'> {
  const started = Date.parse(startedAt);
  const lasted = (window.whole.end - window.whole.start + warmup.duration) / 1000;
  const inside = samples.filter(
    ({ at }) => at >= started + settledMillis && at <= started + lasted - settledMillis,
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at)
    throw new Error('the stage is too short to tell what it took');
  const micros = (last.at - first.at) * 1000;
  return {
    mainCpu: (last.main - first.main) / micros,
    otherCpu: (last.process - first.process) / micros - (generator.cpuShare ?? Number.NaN),
  };
}
