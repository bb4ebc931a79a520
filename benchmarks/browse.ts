import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openResultsStore, type RunQuery } from '../packages/results-store/src/index.ts';
import { sampleResult } from '../packages/results-store/src/testing/sample-result.ts';

const runs = 10_000;
const mostMillis = 100;
const times = 15;
const names = ['qwen3-8b nightly', '야간 측정', 'gemma', '夜间 基准', 'llama-70b tp4'];

const queries: Readonly<Record<string, RunQuery>> = {
  'first page': {},
  'last page': { offset: runs - 50 },
  search: { search: 'qwen 77' },
  'by throughput': { order: { column: 'throughput', direction: 'descending' } },
  'by name': { order: { column: 'name', direction: 'ascending' } },
  'one target': { target: 'vllm', order: { column: 'verdict', direction: 'descending' } },
};

const folder = mkdtempSync(join(tmpdir(), 'kneepoint-browse-'));
try {
  const store = openResultsStore(join(folder, 'history.db'));
  for (let run = 0; run < runs; run++) {
    const createdAt = new Date(1.79e12 - run * 3.6e6).toISOString();
    store.save(
      sampleResult({ id: `run-${run}`, name: `${names[run % names.length]} ${run}`, createdAt }),
      '',
    );
  }
  for (const [name, query] of Object.entries(queries)) {
    const millis = median(() => {
      store.list({ limit: 50, ...query });
      store.count(query);
    });
    if (millis > mostMillis) process.exitCode = 1;
    process.stdout.write(`${name.padEnd(14)} ${millis.toFixed(1)} ms (at most ${mostMillis})\n`);
  }
  store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The median of some times, milliseconds. */
function median(work: () => void): number {
  const taken = Array.from({ length: times }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return taken.sort((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
}
