import { readFileSync } from 'node:fs';
import { type Result, resultSchema, type Stage } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { sourceFormats } from './formats/importers.ts';
import { importFiles } from './import-files.ts';
import { fixture, orderOf, writtenFile } from './testing/import-order.ts';

type Fixture = {
  readonly file: string;
  readonly format: string;
  readonly throughput: number | null;
  readonly ttftMean: number;
  readonly e2eMean: number | null;
};

const fixtures: readonly Fixture[] = [
  { file: 'vllm.json', format: 'vllm', throughput: 4776.194, ttftMean: 66_936.8, e2eMean: 1_337_003.6 },
  { file: 'sglang.json', format: 'sglang', throughput: 4791.767, ttftMean: 59_409.6, e2eMean: 1_329_950.5 },
  {
    file: 'sglang-rust.json',
    format: 'sglang',
    throughput: 4811.632,
    ttftMean: 59_335.6,
    e2eMean: 1_329_039.9,
  },
  {
    file: 'guidellm.json',
    format: 'guidellm',
    throughput: 4664.948,
    ttftMean: 60_698.3,
    e2eMean: 1_330_843.8,
  },
  { file: 'aiperf.json', format: 'aiperf', throughput: 4498.301, ttftMean: 65_293.9, e2eMean: 1_358_766.3 },
  {
    file: 'inference-perf.json',
    format: 'inference-perf',
    throughput: 4726.286,
    ttftMean: 55_624.3,
    e2eMean: 1_326_611.1,
  },
  {
    file: 'genai-bench.json',
    format: 'genai-bench',
    throughput: 4230.295,
    ttftMean: 111_891.9,
    e2eMean: 1_392_224.5,
  },
  { file: 'llmeter.json', format: 'llmeter', throughput: 4508.789, ttftMean: 89_644.4, e2eMean: 1_365_711.9 },
  { file: 'llama-benchy.json', format: 'llama-benchy', throughput: null, ttftMean: 64_932.5, e2eMean: null },
];

const read = (file: string): Promise<Result> => importFiles(orderOf([fixture(file)], { users: 50 }));

async function onlyStage(file: string): Promise<Stage> {
  const { stages } = await read(file);
  const [stage] = stages;
  if (stage === undefined || stages.length !== 1) throw new Error(`${file} has ${stages.length} stages`);
  return stage;
}

test.each(fixtures)(
  '$file is told by its content, and its figures are those of the tool',
  async (expected) => {
    const result = await read(expected.file);
    resultSchema.parse(result);
    expect(result.source).toMatchObject({
      kind: 'imported',
      format: expected.format,
      files: [expected.file],
    });
    const [stage] = result.stages;
    expect(stage?.load).toEqual({ loop: 'closed', users: 50, thinkTime: null });
    expect(stage?.metrics.ttft.mean).toBeCloseTo(expected.ttftMean, 0);
    const { outputThroughput, e2e } = stage?.metrics ?? {};
    if (expected.throughput === null)
      expect(outputThroughput).toMatchObject({ kind: 'unknown', value: null });
    else expect(outputThroughput?.value).toBeCloseTo(expected.throughput, 2);
    if (expected.e2eMean === null) expect(e2e?.mean).toBeNull();
    else expect(e2e?.mean).toBeCloseTo(expected.e2eMean, 0);
  },
);

test.each(fixtures)(
  'of $file nothing is invented: the client was not watched, and no window is made up',
  async ({ file }) => {
    const stage = await onlyStage(file);
    expect(stage.trust).toMatchObject({ verdict: 'suspect', reasons: [{ code: 'client-not-watched' }] });
    expect(stage.generator).toBeNull();
    expect(stage.window).toMatchObject({ start: null, end: null, whole: null });
    expect(stage.language).toBe('und');
    for (const name of ['ttftResponse', 'startLag', 'connectTime'] as const) {
      expect(stage.metrics[name]).toMatchObject({ kind: 'unknown', mean: null });
    }
  },
);

test('the format can be given, and a file of another is refused with the field that is missing', async () => {
  await expect(importFiles(orderOf([fixture('vllm.json')], { format: 'vllm' }))).resolves.toBeDefined();
  await expect(importFiles(orderOf([fixture('vllm.json')], { format: 'guidellm' }))).rejects.toThrow(
    /^vllm\.json is not as GuideLLM writes it: benchmarks: /,
  );
  await expect(importFiles(orderOf([fixture('vllm.json')], { format: 'vlm' }))).rejects.toThrow(
    'did you mean vllm?',
  );
});

test("GuideLLM's means of requests stand neither as gaps nor, with six of 400 listed, as tpot", async () => {
  const { metrics } = await onlyStage('guidellm.json');
  expect(metrics.tokenGap).toMatchObject({ kind: 'unknown', p99: null });
  expect(metrics.chunkGap).toMatchObject({ kind: 'unknown', p99: null });
  expect(metrics.tpot).toMatchObject({ kind: 'unknown', mean: null });
  expect(metrics.concurrency.mean).toMatchObject({ kind: 'measured', value: 48.50242990799566 });
});

test("GuideLLM's means of requests are tpot where every request is listed", async () => {
  const report = JSON.parse(readFileSync(fixture('guidellm.json'), 'utf8'));
  const [benchmark] = report.benchmarks;
  benchmark.metrics.request_totals = { successful: 6, errored: 0, incomplete: 0, total: 6 };
  const result = await importFiles(orderOf([writtenFile('six.json', JSON.stringify(report))]));
  expect(result.stages[0]?.metrics.tpot).toMatchObject({ kind: 'derived', count: 6 });
  expect(result.stages[0]?.metrics.ntpot.kind).toBe('derived');
});

test('a report of several benchmarks has a stage for each, and they scale together', async () => {
  const report = JSON.parse(readFileSync(fixture('guidellm.json'), 'utf8'));
  const [benchmark] = report.benchmarks;
  const at = (strategy: object): object => ({ ...benchmark, config: { ...benchmark.config, strategy } });
  report.benchmarks = [
    at({ type_: 'synchronous' }),
    benchmark,
    at({ type_: 'poisson', rate: 20 }),
    at({ type_: 'throughput', max_concurrency: null }),
  ];
  const { stages } = await importFiles(
    orderOf([writtenFile('sweep.json', JSON.stringify(report))], { targets: ['a'] }),
  );
  expect(stages.map(({ id }) => id)).toEqual([
    '2-concurrency/1-users/a/repeat-1',
    '2-concurrency/50-users/a/repeat-1',
    '2-rate/20-per-second-poisson/a/repeat-1',
    '2-arrivals/400-at-once/a/repeat-1',
  ]);
});

test("AIPerf's gaps are chunk gaps with their count; input rates of another tokenizer's tokens are left out", async () => {
  const { metrics, lengths } = await onlyStage('aiperf.json');
  expect(metrics.chunkGap).toMatchObject({ kind: 'measured', count: 50_800, p99: 18_176, p999: null });
  expect(metrics.tpot).toMatchObject({ count: 400, p95: 10_479, p99: null });
  expect(metrics.inputThroughput).toMatchObject({ kind: 'unknown', value: null });
  expect(metrics.totalThroughput.value).toBeNull();
  expect(lengths.input).toMatchObject({ count: 400, mean: 100 });
  expect(metrics.requestSpeed.value).toBeCloseTo(94.225, 3);
});

test("AIPerf's records make true distributions, and need to be told the users", async () => {
  const { metrics, counts } = await onlyStage('aiperf-records.jsonl');
  expect(counts).toMatchObject({ planned: 20, completed: 20, failed: 0 });
  expect(metrics.ttft).toMatchObject({ kind: 'derived', count: 20, p90: null });
  expect(metrics.ttft.histogram).not.toBeNull();
  expect(metrics.chunkGap.count).toBe(20 * 127);
  expect(metrics.maxStall.count).toBe(20);
  await expect(importFiles(orderOf([fixture('aiperf-records.jsonl')]))).rejects.toMatchObject({
    code: 'import-load-unknown',
    hint: 'say it: --users 50',
  });
});

test("inference-perf's definitions go to our names, not its names", async () => {
  const { metrics } = await onlyStage('inference-perf.json');
  expect(metrics.tpot).toMatchObject({ count: 400, p50: 10_003, p99: null });
  expect(metrics.ntpot.mean).toBeCloseTo(10_364.1, 0);
  expect(metrics.chunkGap).toMatchObject({ count: null, max: 14_584, p50: null });
  expect(metrics.tokenGap.kind).toBe('unknown');
});

test("an infinite rate is SGLang's closed loop, and failures that it does not say are unknown", async () => {
  const { metrics, counts } = await onlyStage('sglang.json');
  expect(metrics.errorRate).toMatchObject({ kind: 'unknown', value: null });
  expect(counts).toBeNull();
  expect(metrics.concurrency.mean).toMatchObject({ kind: 'measured', value: 49.78760170760345 });
});

test("on SGLang's own route its gaps are shared over tokens, so they are token gaps", async () => {
  const run = { ...JSON.parse(readFileSync(fixture('sglang-rust.json'), 'utf8')), backend: 'sglang' };
  const { stages, targets } = await importFiles(orderOf([writtenFile('own.jsonl', JSON.stringify(run))]));
  expect(stages[0]?.metrics.tokenGap.mean).toBeCloseTo(9997.7, 0);
  expect(stages[0]?.metrics.chunkGap.kind).toBe('unknown');
  expect(targets[0]).toMatchObject({ engine: 'sglang', api: 'sglang-generate' });
});

test('lines that SGLang appends are levels, and a level that comes twice is repeated', async () => {
  const run = JSON.parse(readFileSync(fixture('sglang-rust.json'), 'utf8'));
  const lines = [10, 50, 50].map((users) => JSON.stringify({ ...run, max_concurrency: users }));
  const { stages } = await importFiles(
    orderOf([writtenFile('runs.jsonl', lines.join('\n'))], { targets: ['a'] }),
  );
  expect(stages.map(({ id }) => id)).toEqual([
    '2-concurrency/10-users/a/repeat-1',
    '2-concurrency/50-users/a/repeat-1',
    '2-concurrency/50-users/a/repeat-2',
  ]);
});

test('two files with a name each are a comparison; with one name they are repeats; without, the files name them', async () => {
  const files = [fixture('sglang.json'), fixture('sglang-rust.json')];
  const compared = await importFiles(orderOf(files, { targets: ['python', 'rust'] }));
  expect(compared.targets.map(({ name }) => name)).toEqual(['python', 'rust']);
  expect(compared.analysis.comparisons[0]).toMatchObject({ metric: 'outputThroughput' });
  const repeated = await importFiles(orderOf(files, { targets: ['one'] }));
  expect(repeated.stages.map(({ repeat }) => repeat)).toEqual([1, 2]);
  const same = [fixture('vllm.json'), fixture('guidellm.json')];
  const unnamed = await importFiles(orderOf(same));
  expect(unnamed.targets.map(({ name }) => name)).toEqual(['vllm', 'guidellm']);
  await expect(importFiles(orderOf(files, { targets: ['a', 'b', 'c'] }))).rejects.toThrow(
    '3 names of targets for 2 files',
  );
});

test('the same file gives the same result', async () => {
  expect(await read('vllm.json')).toEqual(await read('vllm.json'));
});

test('every format that is read is named', () => {
  expect(sourceFormats).toEqual(
    expect.arrayContaining([...new Set(fixtures.map(({ format }) => format)), 'tables']),
  );
});
