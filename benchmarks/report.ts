import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { largeResult } from './support/large-result.ts';
import { program } from './support/run-bench.ts';

const run = promisify(execFile);
const requests = 100_000;
const mostSeconds = 5;
const mostBytes = 300e6;
const probe = new URL('./support/usage-probe.mjs', import.meta.url).href;

/** Time and memory of `kneepoint report` over a large result, in a process of its own, as a person would run it. */
async function measureReport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-report-'));
  const file = join(folder, 'result.json');
  await writeFile(file, JSON.stringify(largeResult(requests)));
  const resultBytes = (await stat(file)).size;
  const usageFile = join(folder, 'usage.json');
  const output = join(folder, 'report');
  const flags = ['--language', 'ko,en,zh', '--format', 'markdown,html', '--output', output];
  const startedAt = performance.now();
  await run(process.execPath, ['--import', probe, program, 'report', file, ...flags], {
    env: { ...process.env, KNEEPOINT_USAGE_FILE: usageFile },
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const usage = JSON.parse(await readFile(usageFile, 'utf8')) as {
    cpuMicros: number;
    peakResidentBytes: number;
  };
  const pages = (await readdir(output)).filter((name) => name.endsWith('.html'));
  const pageBytes = (await Promise.all(pages.map((name) => stat(join(output, name))))).map(
    ({ size }) => size,
  );
  await rm(folder, { recursive: true });
  console.log(`\n| a report of ${requests} requests in three languages, Markdown and HTML | |\n|---|---|`);
  console.log(`| the result | ${(resultBytes / 1e6).toFixed(1)} MB |`);
  console.log(
    `| time (at most ${mostSeconds} s) | ${seconds.toFixed(1)} s, CPU ${(usage.cpuMicros / 1e6).toFixed(1)} s |`,
  );
  console.log(
    `| memory (at most ${mostBytes / 1e6} MB) | ${(usage.peakResidentBytes / 1e6).toFixed(0)} MB |`,
  );
  console.log(`| the page | ${pageBytes.map((bytes) => (bytes / 1e6).toFixed(2)).join(', ')} MB |`);
  // The wall clock of a busy host says nothing of the program; its CPU time is what it would take alone.
  if (usage.cpuMicros > mostSeconds * 1e6 || usage.peakResidentBytes > mostBytes) process.exitCode = 1;
}

await measureReport();
