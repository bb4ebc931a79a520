import { dialectNames } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { benchExamples } from '../commands/bench.ts';
import { wireFormats } from '../commands/target-options.ts';
import { benchWish } from './bench-flags.ts';
import { clientOf, crowdedWorkers } from './client-flags.ts';
import { judgingOf } from './judging-flags.ts';
import { benchFlags, exampleFacts, readBench } from './testing/read-bench.ts';

const seconds = (count: number) => ({ kind: 'duration', micros: count * 1_000_000 });
const requests = (count: number) => ({ kind: 'requests', count });
const fixed = (value: number) => ({ kind: 'fixed', value });

test('without flags three levels of users last ten seconds each, with prompts of 200 tokens', () => {
  const stages = readBench('');
  expect(stages.map((stage) => stage.id)).toEqual(['users-1', 'users-4', 'users-16']);
  expect(stages[1]).toEqual({
    id: 'users-4',
    target: 'server',
    suite: 'bench',
    repeat: 1,
    load: { loop: 'closed', users: 4, thinkTime: null },
    stop: seconds(10),
    warmup: requests(4),
    language: 'en',
    prompts: { kind: 'generated', sharedPrefix: null },
    salted: true,
    inputTokens: fixed(200),
    outputTokens: fixed(128),
    keepExcerpts: false,
  });
});

/** Each kind of load: its arrivals, where it ends, how it warms up. */
test.each([
  ['--rate 4', { kind: 'poisson', requestsPerSecond: 4 }, seconds(10), seconds(1)],
  [
    '--rate 4 --arrivals constant --requests 20',
    { kind: 'constant', requestsPerSecond: 4 },
    requests(20),
    requests(0),
  ],
  [
    '--rate 4 --burstiness 0.5',
    { kind: 'gamma', requestsPerSecond: 4, burstiness: 0.5 },
    seconds(10),
    seconds(1),
  ],
  [
    '--ramp 1:20:30s --arrivals ramp',
    { kind: 'ramp', from: 1, to: 20, curve: 'linear', micros: 30_000_000 },
    seconds(30),
    requests(0),
  ],
  [
    '--ramp 1:20:30s:exponential --warmup 5s',
    { kind: 'ramp', from: 1, to: 20, curve: 'exponential', micros: 30_000_000 },
    seconds(25),
    seconds(5),
  ],
  [
    '--ramp 5:0:10s --duration 4s',
    { kind: 'ramp', from: 5, to: 0, curve: 'linear', micros: 10_000_000 },
    seconds(4),
    requests(0),
  ],
  [
    '--steps 2:10s,0:5s,8:10s',
    {
      kind: 'steps',
      steps: [
        { requestsPerSecond: 2, micros: 10_000_000 },
        { requestsPerSecond: 0, micros: 5_000_000 },
        { requestsPerSecond: 8, micros: 10_000_000 },
      ],
    },
    seconds(25),
    requests(0),
  ],
  ['--trace t.csv', { kind: 'trace', source: 't.csv', timeScale: 1 }, requests(10), requests(0)],
  ['--trace t.csv --warmup 3', { kind: 'trace', source: 't.csv', timeScale: 1 }, requests(7), requests(3)],
  // Twice as fast, four of ten requests come within two seconds.
  [
    '--trace t.csv --time-scale 2 --warmup 2s',
    { kind: 'trace', source: 't.csv', timeScale: 2 },
    requests(6),
    seconds(2),
  ],
  ['--trace t.csv --requests 4', { kind: 'trace', source: 't.csv', timeScale: 1 }, requests(4), requests(0)],
  ['--at-once 50', { kind: 'at-once', count: 50 }, requests(50), requests(0)],
])('%s is an open loop', (line, arrivals, stop, warmup) => {
  const [stage, ...more] = readBench(line);
  expect(stage).toMatchObject({ load: { loop: 'open', arrivals }, stop, warmup });
  expect(more).toEqual([]);
});

test.each([
  ['--users 2 --think-time 2s', { thinkTime: fixed(2_000_000) }],
  [
    '--users 2 --think-time uniform:1s-3s',
    { thinkTime: { kind: 'uniform', min: 1_000_000, max: 3_000_000 } },
  ],
])('%s makes users pause', (line, load) => {
  expect(readBench(line)[0]).toMatchObject({ load });
});

test.each([
  ['--input-tokens natural', { inputTokens: null }],
  ['--input-tokens uniform:100-300', { inputTokens: { kind: 'uniform', min: 100, max: 300 } }],
  [
    '--output-tokens file:l.txt',
    { outputTokens: { kind: 'empirical', values: [10, 20, 90], source: 'l.txt' } },
  ],
  ['--prompt hello', { prompts: { kind: 'fixed', text: 'hello' }, inputTokens: null }],
  ['--prompt hello --input-tokens 50', { prompts: { kind: 'fixed', text: 'hello' }, inputTokens: null }],
  [
    '--dataset d.json --multi-turn',
    {
      prompts: { kind: 'dataset', source: 'd.json', format: 'sharegpt', multiTurn: true },
      inputTokens: null,
    },
  ],
  [
    '--shared-prefix 500:4:0.8',
    {
      prompts: { kind: 'generated', sharedPrefix: { tokens: 500, groups: 4, share: 0.8 } },
      inputTokens: fixed(200),
    },
  ],
  [
    '--turns uniform:2-6 --follow-up-tokens 40 --shared-prefix 500',
    {
      prompts: {
        kind: 'conversation',
        turns: { kind: 'uniform', min: 2, max: 6 },
        followUpTokens: fixed(40),
        sharedPrefix: { tokens: 500, groups: 1, share: 1 },
      },
    },
  ],
  [
    '--class chat:3:200:100 --class long:1:uniform:800-900:file:l.txt:ko',
    {
      prompts: {
        kind: 'classes',
        classes: [
          { name: 'chat', weight: 3, language: 'en', inputTokens: fixed(200), outputTokens: fixed(100) },
          {
            name: 'long',
            weight: 1,
            language: 'ko',
            inputTokens: { kind: 'uniform', min: 800, max: 900 },
            outputTokens: { kind: 'empirical', values: [10, 20, 90], source: 'l.txt' },
          },
        ],
      },
    },
  ],
  ['--salt off', { salted: false }],
  ['--trace t.csv', { prompts: { kind: 'trace' }, inputTokens: null, outputTokens: fixed(128) }],
  ['--trace t.csv --input-tokens 50', { prompts: { kind: 'trace' }, inputTokens: fixed(50) }],
  ['--trace t.csv --trace-arrivals-only', { prompts: { kind: 'generated' }, inputTokens: fixed(200) }],
  ['--trace t.csv --dataset d.json', { prompts: { kind: 'dataset' } }],
  ['--warmup steady', { warmup: { kind: 'steady', micros: 60_000_000 } }],
  ['--warmup steady:20s', { warmup: { kind: 'steady', micros: 20_000_000 } }],
])('%s says what is sent', (line, part) => {
  expect(readBench(line)[0]).toMatchObject(part);
});

test('repeats run all levels again, with ids that tell them apart and groups that belong together', () => {
  expect(readBench('--rate 1,2 --repeats 2').map((stage) => [stage.id, stage.repeat])).toEqual([
    ['rate-1/server/repeat-1', 1],
    ['rate-2/server/repeat-1', 1],
    ['rate-1/server/repeat-2', 2],
    ['rate-2/server/repeat-2', 2],
  ]);
});

/** Nonsense and contradictions, each with its one sentence. */
test.each([
  [
    '--users 2 --rate 3',
    '--users and --rate exclude each other: users wait for their answers, a rate does not',
  ],
  [
    '--users 2 --ramp 1:2:3s',
    '--users and --ramp exclude each other: users wait for their answers, a load with arrivals does not',
  ],
  ['--rate 2 --trace t.csv', '--rate and --trace exclude each other: each says when requests arrive'],
  [
    '--rate 2 --think-time 1s',
    '--think-time and --rate exclude each other: only users pause, arrivals do not wait for answers',
  ],
  ['--arrivals constant', '--arrivals constant needs --rate'],
  ['--users 2 --arrivals ramp', '--arrivals ramp needs --ramp'],
  [
    '--arrivals poisson --ramp 1:2:3s',
    '--arrivals poisson and --ramp exclude each other: --ramp has arrivals of its own',
  ],
  ['--rate 2 --arrivals gamma', '--arrivals gamma needs --burstiness'],
  [
    '--rate 2 --arrivals poisson --burstiness 2',
    '--burstiness and --arrivals poisson exclude each other: only gamma arrivals have a burstiness',
  ],
  ['--burstiness 2', '--burstiness has no meaning without --rate'],
  [
    '--rate 2 --burstiness 0.001',
    '--burstiness 0.001 is below 0.01, where nearly all arrivals fall together',
  ],
  ['--rate 2 --burstiness 0', '--burstiness "0" is not a number above 0'],
  ['--rate 2 --arrivals uniform', '--arrivals "uniform" is not known'],
  ['--rate 2 --time-scale 2', '--time-scale has no meaning without --trace'],
  ['--rate 2 --trace-format azure', '--trace-format has no meaning without --trace'],
  ['--trace t.csv --trace-format csv', '--trace-format "csv" is not known'],
  ['--trace-arrivals-only', '--trace-arrivals-only has no meaning without --trace'],
  ['--skip-bad-lines', '--skip-bad-lines has no meaning without --dataset or --trace'],
  ['--multi-turn', '--multi-turn has no meaning without --dataset'],
  ['--dataset-format text', '--dataset-format has no meaning without --dataset'],
  ['--follow-up-tokens 50', '--follow-up-tokens has no meaning without --turns'],
  [
    '--dataset d.json --prompt x',
    '--prompt and --dataset exclude each other: each says what the requests ask',
  ],
  ['--turns 3 --class a:1:20:20', '--turns and --class exclude each other: each says what the requests ask'],
  ['--class a:1:20:20 --class a:2:30:30', '--class names "a" twice'],
  [
    '--class a:1:20',
    '--class: "a:1:20" is not NAME:WEIGHT:INPUT:OUTPUT[:LANGUAGE] such as chat:3:200:100 or code:1:normal:800,200:400:en',
  ],
  [
    '--prompt x --shared-prefix 500',
    '--shared-prefix and --prompt exclude each other: only generated prompts get a prefix',
  ],
  [
    '--trace t.csv --shared-prefix 500',
    '--shared-prefix and --trace exclude each other: only generated prompts get a prefix',
  ],
  [
    '--rate 2 --turns 3',
    '--turns: conversations need users who wait for their answers; arrivals do not wait',
  ],
  [
    '--rate 2 --dataset d.json --multi-turn',
    '--multi-turn: conversations need users who wait for their answers; arrivals do not wait',
  ],
  [
    '--dataset d.json --input-tokens 50',
    '--input-tokens: the prompts of a dataset have their own length; leave this out',
  ],
  [
    '--class a:1:20:20 --output-tokens 50',
    '--output-tokens: each class names its own lengths; leave this out',
  ],
  [
    '--steps 2:3s --duration 5s',
    '--duration: steps say themselves how long they last; leave duration and requests out',
  ],
  [
    '--at-once 5 --requests 9',
    '--requests: requests at once say themselves how many they are; leave duration and requests out',
  ],
  ['--at-once 5 --warmup 2', '--warmup: requests that start at once have no warm-up; leave it out'],
  [
    '--ramp 1:2:3s --warmup steady',
    '--warmup: load that changes does not become steady; warm up for a time or a number of requests',
  ],
  ['--ramp 1:2:3s --warmup 3s', 'the warm-up takes all of the ramp, so nothing is measured'],
  ['--trace t.csv --warmup 10', 'the warm-up takes all of the trace t.csv, so nothing is measured'],
  [
    '--warmup soon',
    '--warmup: "soon" is not a number of requests, a time such as "5s", "steady" or "steady:30s"',
  ],
  ['--requests 5 --duration 5s', '--requests and --duration exclude each other'],
  ['--rate 2 --max-in-flight 0', '--max-in-flight "0" is not a whole number of at least 1'],
  [
    '--users 2 --max-in-flight 5',
    '--max-in-flight is for arrivals: users wait for their answers, so there is one request in flight for each',
  ],
  [
    '--at-cap late',
    '--at-cap is for arrivals: users wait for their answers, so there is one request in flight for each',
  ],
  ['--rate 2 --at-cap wait', '--at-cap "wait" is not known'],
  ['--workers many', '--workers "many" is not a whole number of at least 1'],
  ['--repeats 0', '--repeats "0" is not a whole number of at least 1'],
  ['--salt maybe', '--salt "maybe" is not known'],
  [
    '--input-tokens many',
    '--input-tokens: "many" is not a number such as 200, or uniform:100-300, normal:200,50, lognormal:200,0.5 or file:PATH',
  ],
  [
    '--output-tokens exponential:50',
    '--output-tokens: exponential is for times; most lengths that vary so widely are lognormal, such as lognormal:200,1',
  ],
  ['--users 2 --think-time 2', '--think-time: "2" has no unit; write 2s for seconds or 2ms for milliseconds'],
  [
    '--shared-prefix 0',
    '--shared-prefix: "0" is not TOKENS[:GROUPS[:SHARE]] such as 500, 500:4 or 500:4:0.8',
  ],
  ['--abort-on-fail', '--abort-on-fail needs a --threshold: without one there is nothing to fail'],
  ["--threshold 'ttftt p95 < 5ms'", 'ttftt'],
  ['--insecure', '--insecure is for https addresses; http://127.0.0.1:9 has no certificate to check'],
  [
    '--ca x.pem --insecure',
    '--ca and --insecure exclude each other: with any certificate trusted, the file would not be used',
  ],
])('%s is refused in one sentence', (line, sentence) => {
  let refused: unknown = null;
  try {
    readBench(line);
  } catch (error) {
    refused = error;
  }
  expect(refused).toMatchObject({ exitCode: 2 });
  const { message, hint } = refused as { readonly message: string; readonly hint: string | null };
  if (sentence.includes(' ')) expect(message).toBe(sentence);
  else expect(message).toContain(sentence);
  expect(hint, 'what to do instead').toBeTruthy();
});

test('the client takes the cap, its policy and the workers as they are given', () => {
  const flags = benchFlags('--rate 2 --max-in-flight 64 --at-cap late --workers 3');
  expect(clientOf(flags, benchWish(flags).loads)).toEqual({ workers: 3, maxInFlight: 64, capPolicy: 'late' });
});

test('more workers than cores are allowed and noted', () => {
  expect(crowdedWorkers(3, 2)).toBe(
    'note: 3 load workers share 2 cores; more workers than cores measure no better',
  );
  expect(crowdedWorkers(2, 2)).toBeNull();
  expect(crowdedWorkers('auto', 1)).toBeNull();
});

test('limits of one request are counted, conditions on a level must hold, and a limit named twice is counted once', () => {
  const line = "--slo 'ttft<500ms' --threshold 'goodput(ttft<0.5s) > 90%' --threshold 'errorRate < 1%'";
  const { objectives, thresholds } = judgingOf(benchFlags(line));
  expect(objectives.map(({ text }) => text)).toEqual(['ttft<500ms']);
  expect(thresholds).toHaveLength(2);
});

test('files are named once per use and keep what reading them needs', () => {
  const { files } = benchWish(
    benchFlags('--trace t.csv --trace-format azure --skip-bad-lines --output-tokens file:l.txt'),
  );
  expect(files).toEqual([
    { kind: 'lengths', source: 'l.txt' },
    { kind: 'trace', source: 't.csv', format: 'azure', skipBadLines: true },
  ]);
});

test('a dataset keeps what reading it needs, too', () => {
  const filesOf = (line: string) => benchWish(benchFlags(line)).files;
  expect(filesOf('--dataset d.json --dataset-format sharegpt --skip-bad-lines')).toEqual([
    { kind: 'dataset', source: 'd.json', format: 'sharegpt', skipBadLines: true },
  ]);
  expect(filesOf('--dataset d.json')).toEqual([
    { kind: 'dataset', source: 'd.json', format: 'auto', skipBadLines: false },
  ]);
});

test('every example of the help can be read', () => {
  const facts = {
    ...exampleFacts,
    traces: new Map([['requests.csv', { count: 3, instants: [0, 1, 2] }]]),
    datasetFormats: new Map([['conversations.json', 'sharegpt' as const]]),
  };
  for (const example of benchExamples) {
    const [, line = ''] = /^bench \S+(.*)$/.exec(example) ?? [];
    expect(() => readBench(line, facts), example).not.toThrow();
  }
});

test('the help names every wire format', () => {
  expect(wireFormats.split(', ')).toEqual([...dialectNames]);
});
