import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BenchRun, runBench } from './support/run-bench.ts';
import { startSimulation } from './support/start-simulation.ts';
import { readTruth, resetTruth, type Truth } from './support/truth.ts';

const loads = [
  { users: 50, stepMillis: 10, ttftMillis: 50, requests: 400 },
  { users: 256, stepMillis: 10, ttftMillis: 50, requests: 2048 },
  { users: 512, stepMillis: 5, ttftMillis: 20, requests: 4096 },
];
const outputTokens = 128;
const run = promisify(execFile);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

type Floor = { cpuMicros: number; events: number; firstTokenMean: number };

/** Accuracy against the simulated server's truth, and the cost of one event beside the floor's in the same run. */
export async function measureAccuracy(): Promise<void> {
  console.log(
    '| load | TTFT mean: truth, ours, error ms | error of the floor ms | gap p50 p90 p95 p99 error ms | requests, tokens, events exact | us/event | floor us/event | ratio | peak MB | trust |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const load of loads) {
    const flags = [
      '--profile',
      'ideal',
      '--align',
      '--bare',
      '--precise',
      '--ttft-ms',
      String(load.ttftMillis),
      '--step-ms',
      String(load.stepMillis),
    ];
    const parameters = [String(load.users), String(load.requests), String(outputTokens)];
    const simulation = await startSimulation(flags);
    const idle = await runBench(simulation.url, ['--users', '1', '--requests', '1', '--output-tokens', '1']);
    // The simulated server's own code is compiled in this round: what it does later is what it does always.
    await run(process.execPath, [
      here('floor-process.ts'),
      simulation.url,
      String(load.users),
      String(load.users * 3),
      '16',
    ]);
    await resetTruth(simulation.url);
    const client = await runBench(simulation.url, [
      '--users',
      parameters[0] ?? '',
      '--requests',
      parameters[1] ?? '',
      '--output-tokens',
      String(outputTokens),
    ]);
    const truth = await readTruth(simulation.url);
    await resetTruth(simulation.url);
    const floor = await run(process.execPath, [here('floor-process.ts'), simulation.url, ...parameters]);
    const floorTruth = await readTruth(simulation.url);
    simulation.stop();
    console.log(
      row(load, { client, idle, truth }, { ...(JSON.parse(floor.stdout) as Floor), truth: floorTruth }),
    );
  }
}

type Measured = { readonly client: BenchRun; readonly idle: BenchRun; readonly truth: Truth };

/** Our cost is that of the whole process without what it needs to start, ask the server and print. */
function row(
  load: (typeof loads)[number],
  { client, idle, truth }: Measured,
  floor: Floor & { readonly truth: Truth },
): string {
  const { whole, counts, tokens, trust } = client.stage;
  const ttft = whole.metrics.ttft.mean ?? Number.NaN;
  const gaps = (whole.metrics.tokenGap.count ?? 0) > 0 ? whole.metrics.tokenGap : whole.metrics.chunkGap;
  const errors = (['p50', 'p90', 'p95', 'p99'] as const).map((name) =>
    millis((gaps[name] ?? Number.NaN) - truth.gap[name]),
  );
  const exact =
    counts.completed === truth.totals.requests &&
    tokens.output === truth.totals.tokens &&
    tokens.events === truth.totals.events;
  const perEvent = (client.cpuMicros - idle.cpuMicros) / tokens.events;
  const floorPerEvent = floor.cpuMicros / (load.requests * outputTokens);
  return `| ${[
    `${load.users} x ${load.stepMillis} ms`,
    `${millis(truth.timeToFirstToken.mean)}, ${millis(ttft)}, ${millis(ttft - truth.timeToFirstToken.mean)}`,
    millis(floor.firstTokenMean - floor.truth.timeToFirstToken.mean),
    errors.join(' '),
    exact
      ? 'yes'
      : `NO: ${counts.completed}/${truth.totals.requests} ${tokens.output}/${truth.totals.tokens} ${tokens.events}/${truth.totals.events}`,
    perEvent.toFixed(2),
    floorPerEvent.toFixed(2),
    (perEvent / floorPerEvent).toFixed(2),
    (client.peakResidentBytes / 1e6).toFixed(0),
    trust.verdict,
  ].join(' | ')} |`;
}

function millis(value: number): string {
  return (value / 1000).toFixed(2);
}
