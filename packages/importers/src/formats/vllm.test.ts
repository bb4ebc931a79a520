import { expect, test } from 'vitest';
import { importFiles } from '../import-files.ts';
import { orderOf, writtenFile } from '../testing/import-order.ts';

/** Three requests, the second of which failed, as `--save-detailed` lists them. */
const detailed = {
  date: '20261124-120000',
  backend: 'vllm',
  endpoint_type: 'vllm',
  model_id: 'm',
  num_prompts: 3,
  request_rate: 'inf',
  burstiness: 1,
  max_concurrency: 2,
  duration: 2,
  completed: 2,
  failed: 1,
  total_input_tokens: 30,
  total_output_tokens: 8,
  request_throughput: 1,
  output_throughput: 4,
  total_token_throughput: 19,
  input_lens: [10, 10, 20],
  output_lens: [3, 0, 5],
  ttfts: [0.1, 0, 0.3],
  itls: [[0.02, 0.04], [], [0.01, 0.01, 0.01, 0.05]],
  errors: ['', 'connection lost', ''],
};

const stageOf = async (run: object) => {
  const { stages } = await importFiles(orderOf([writtenFile('run.json', JSON.stringify(run))]));
  return stages[0];
};

test('lists of requests make true distributions, failed requests left out', async () => {
  const stage = await stageOf(detailed);
  expect(stage?.metrics.ttft).toMatchObject({
    kind: 'derived',
    count: 2,
    mean: 200_000,
    min: 100_000,
    max: 300_000,
  });
  expect(stage?.metrics.chunkGap).toMatchObject({ kind: 'derived', count: 6, min: 10_000, max: 50_000 });
  // (20 + 40) / 2 ms and (10 + 10 + 10 + 50) / 4 ms.
  expect(stage?.metrics.tpot).toMatchObject({ kind: 'derived', count: 2, min: 20_000, max: 30_000 });
  expect(stage?.lengths.output).toMatchObject({ count: 2, mean: 4, min: 3, max: 5 });
  expect(stage?.metrics.errorRate).toMatchObject({ kind: 'derived', value: 1 / 3 });
  expect(stage?.counts).toMatchObject({ planned: 3, dispatched: 3, completed: 2, failed: 1, cut: 0 });
});

test('with a failed request the concurrency is not derived: its time is in no mean', async () => {
  const stage = await stageOf({ ...detailed, mean_e2el_ms: 400 });
  expect(stage?.metrics.concurrency.mean).toMatchObject({ kind: 'unknown', value: null });
  expect(stage?.metrics.throughputPerUser.value).toBeNull();
});

test('a rate is an open loop: Poisson at a burstiness of 1, gamma at another', async () => {
  const poisson = await stageOf({ ...detailed, request_rate: 5 });
  expect(poisson?.load).toMatchObject({ loop: 'open', requestsPerSecond: 5, arrivals: { kind: 'poisson' } });
  const gamma = await stageOf({ ...detailed, request_rate: 5, burstiness: 0.5 });
  expect(gamma?.load).toMatchObject({ arrivals: { kind: 'gamma', burstiness: 0.5 } });
  expect(gamma?.counts).toBeNull();
});

test('no rate and no cap is all requests at once', async () => {
  const stage = await stageOf({ ...detailed, max_concurrency: null });
  expect(stage?.load).toMatchObject({ loop: 'open', arrivals: { kind: 'at-once', count: 3 } });
  expect(stage?.suite).toBe('arrivals');
});

test('figures that are no numbers are unknown', async () => {
  const text = JSON.stringify({ ...detailed, output_throughput: 'X' }).replace('"X"', 'NaN');
  const { stages } = await importFiles(orderOf([writtenFile('nan.json', text)]));
  expect(stages[0]?.metrics.outputThroughput).toMatchObject({ kind: 'unknown', value: null });
});

test('where every request failed there are no figures, not zeros', async () => {
  const stage = await stageOf({
    ...detailed,
    completed: 0,
    failed: 3,
    output_throughput: 0,
    mean_ttft_ms: 0,
  });
  expect(stage).toMatchObject({ status: 'failed', statusReason: 'no request was completed' });
  expect(stage?.metrics.outputThroughput).toMatchObject({ kind: 'unknown', value: null });
  expect(stage?.metrics.ttft).toMatchObject({ kind: 'unknown', mean: null });
  expect(stage?.metrics.errorRate.value).toBe(1);
  expect(stage?.counts).toMatchObject({ planned: 3, completed: 0, failed: 3 });
});
