/**
 * A run of its own process whose main thread is disturbed in the middle of a stage:
 *
 *     node --expose-gc disturbed-run.ts URL FOLDER DISTURBANCE
 *
 * It says `stage-started` on stdout and, at the end, what it did as one line of JSON. The result is FOLDER/result.json.
 */
import { join } from 'node:path';
import {
  type BenchmarkEvents,
  type BenchmarkOrder,
  fixedNumber,
  fixedStages,
  micros,
  noFiles,
  type PlannedStage,
  runBenchmark,
  usualTrust,
  writeResultFile,
} from '../../packages/core/src/index.ts';
import { type Disturbance, type DisturbedReport, disturbedLoad, isDisturbance } from './disturbances.ts';

const [url = '', folder = '', word = ''] = process.argv.slice(2);
if (!isDisturbance(word)) throw new Error(`unknown disturbance ${word}`);
const disturbance: Disturbance = word;

const stage: PlannedStage = {
  id: 'disturbed',
  target: 'server',
  suite: 'bench',
  repeat: 1,
  load: { loop: 'closed', users: disturbedLoad.users, thinkTime: null },
  stop: { kind: 'requests', count: disturbedLoad.requests },
  warmup: { kind: 'requests', count: 0 },
  language: 'en',
  prompts: { kind: 'generated', sharedPrefix: null },
  salted: true,
  inputTokens: fixedNumber(40),
  outputTokens: fixedNumber(disturbedLoad.outputTokens),
  keepExcerpts: false,
};

const order: BenchmarkOrder = {
  id: 'disturbed-run',
  zero: null,
  name: 'disturbed run',
  command: 'disturbed-run',
  plan: null,
  tool: { version: '0.0.0', node: process.version, commit: null },
  targets: [
    {
      name: 'server',
      url,
      api: 'openai-chat',
      engine: null,
      model: null,
      headers: {},
      body: {},
      timeoutMicros: micros(60_000_000),
      tls: usualTrust,
    },
  ],
  stages: fixedStages([stage]),
  files: noFiles,
  seed: 'disturbed',
  salt: 'disturbed',
  tokenizerPath: null,
  settleMillis: 0,
  clearPrefixCache: false,
  workers: 1,
  maxInFlight: 1000,
  capPolicy: 'drop',
  objectives: [],
  thresholds: [],
  abortOnFail: false,
  stopWhenSaturated: true,
  ceilingEventsPerSecond: null,
  resumeFrom: null,
  requestsPath: join(folder, 'requests.ndjson.gz'),
  requestsName: 'requests.ndjson.gz',
};

/** Answers of the stage after which it is in full swing. */
const middle = disturbedLoad.requests / 3;
const pollMillis = 10;
const blocks: DisturbedReport['blocks'][number][] = [];
const completed = (): number => running.live()?.fields.completed ?? 0;

/** Holds the main thread, and keeps what it did and while how many answers came. */
function block(work: () => void): void {
  const before = completed();
  const start = performance.now();
  while (performance.now() - start < disturbedLoad.blockMillis) work();
  blocks.push({
    millis: performance.now() - start,
    completedBefore: before,
    completedAfter: completed(),
  });
}

/** Live objects that each collection has to walk. */
const heap: { readonly text: string; readonly next: object | null }[] = [];
function fillHeap(): void {
  for (let index = 0; index < 600_000; index++)
    heap.push({ text: `object ${index}`, next: heap[index - 1] ?? null });
}

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('start this with --expose-gc');
  globalThis.gc();
}

const works: Readonly<Record<Disturbance, (() => void) | null>> = {
  none: null,
  'stuck-disk': null,
  'busy-loop': () => {},
  'garbage-collection': collect,
  'blocking-screen': () => {},
};

/** In the middle of the stage once, or over and over again as a screen that never lets go. */
function disturb(): void {
  const work = works[disturbance];
  if (work === null) return;
  const timer = setInterval(() => {
    if (completed() < middle) return;
    if (disturbance !== 'blocking-screen' || blocks.length >= 3) clearInterval(timer);
    block(work);
  }, pollMillis);
  timer.unref();
}

const busySink = (): void => {
  if (disturbance === 'blocking-screen') block(() => {});
};

const events: BenchmarkEvents = {
  tell(event) {
    if (event.kind === 'stage-started') {
      process.stdout.write('stage-started\n');
      disturb();
    } else if (event.kind === 'note') process.stderr.write(`${event.text}\n`);
    else if (event.kind === 'target-found' || event.kind === 'stage-ended') busySink();
  },
  async save(result) {
    busySink();
    await writeResultFile(join(folder, 'result.json'), result);
  },
};

if (disturbance === 'garbage-collection') fillHeap();
const running = runBenchmark(order, events);
await running.result;
const report: DisturbedReport = { blocks };
process.stdout.write(`${JSON.stringify(report)}\n`);
