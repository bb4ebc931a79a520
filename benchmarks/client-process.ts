import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStage } from './support/run-stage.ts';

/** Runs one stage in a process of its own and prints what it used and measured as one line of JSON. */
const [url = '', users = '1', requests = '1', outputTokens = '128'] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'kneepoint-benchmark-'));
const run = await runStage(
  { url, users: Number(users), requests: Number(requests), outputTokens: Number(outputTokens) },
  join(folder, 'requests.ndjson.gz'),
);
const [stage] = run.result.stages;
await rm(folder, { recursive: true });
console.log(
  JSON.stringify({
    cpuMicros: run.cpuMicros,
    peakResidentBytes: run.peakResidentBytes,
    elapsedMillis: run.elapsedMillis,
    stage,
  }),
);
