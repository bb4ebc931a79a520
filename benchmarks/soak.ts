import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseOwnResult } from '@kneepoint/core';
import { program } from './support/run-bench.ts';
import { startPrecomputed } from './support/start-precomputed.ts';

const users = 50;
const stepMillis = 10;
const outputTokens = 128;
const sampleMillis = 1000;
const allowedGrowth = 0.1;
/** From here on a long run's memory is held against its end. */
const settledMinutes = 10;

/** A resident size in bytes, and seconds from the start. */
type Sample = { readonly seconds: number; readonly bytes: number };

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '2' } } });
const minutes = Number(values.minutes);

/** Runs 5,000 events per second for some minutes and samples the resident memory of the command line's process. */
async function soak(): Promise<void> {
  const server = await startPrecomputed(outputTokens, stepMillis);
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-soak-'));
  const output = join(folder, 'result.json');
  const load = ['--users', String(users), '--duration', `${minutes * 60}s`, '--workers', '1'];
  const words = [program, 'bench', server.url, '--quiet', '--output', output, ...load];
  const child = spawn(process.execPath, [...words, '--output-tokens', String(outputTokens)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, XDG_DATA_HOME: folder },
  });
  const samples = await sampleUntilExit(child);
  server.stop();
  const [stage] = parseOwnResult(await readFile(output, 'utf8'), output).stages;
  await rm(folder, { recursive: true });
  report(samples, stage?.generator.eventsPerSecond ?? null);
}

async function sampleUntilExit(child: ChildProcess): Promise<Sample[]> {
  const samples: Sample[] = [];
  const startedAt = performance.now();
  const timer = setInterval(() => void sample(), sampleMillis);
  const sample = async (): Promise<void> => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
    if (kilobytes === undefined) return;
    samples.push({ seconds: (performance.now() - startedAt) / 1000, bytes: Number(kilobytes) * 1024 });
  };
  await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  return samples;
}

/** Prints the memory over time; a run that grew by a tenth or more is an error. */
function report(samples: readonly Sample[], eventsPerSecond: number | null): void {
  const end = minutes * 60;
  const isLong = minutes >= 2 * settledMinutes;
  const from = isLong ? settledMinutes * 60 : end / 4;
  const spans = { start: [0, end / 4], settled: [from, from + end / 4], end: [end * 0.75, end] } as const;
  const median = ([first, last]: readonly [number, number]): number => {
    const inside = samples.filter(({ seconds }) => seconds >= first && seconds < last);
    const sorted = inside.map(({ bytes }) => bytes).sort((left, right) => left - right);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  const settled = median(spans.settled);
  const growth = median(spans.end) / settled - 1;
  console.log(
    `| ${minutes} min at ${eventsPerSecond?.toFixed(0) ?? '-'} events/s | first quarter MB | ${isLong ? `after ${settledMinutes} min` : 'second quarter'} MB | last quarter MB | growth (asked < ${allowedGrowth * 100} %) |\n|---|---|---|---|---|`,
  );
  const megabytes = [median(spans.start), settled, median(spans.end)].map((value) =>
    (value / 1e6).toFixed(0),
  );
  console.log(`| resident, median | ${megabytes.join(' | ')} | ${(growth * 100).toFixed(1)} % |`);
  // Not a number, when nothing could be sampled, is no success either.
  if (!(growth < allowedGrowth)) process.exitCode = 1;
}

await soak();
