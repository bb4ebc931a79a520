import { expect, test } from 'vitest';
import { encodeHistogram } from '../../measurement/encode-histogram.ts';
import { LatencyHistogram } from '../../measurement/latency-histogram.ts';
import { createRandom } from '../../random/create-random.ts';
import type { Distribution } from '../../result/figure-schema.ts';
import type { Stage, StageSeries } from '../../result/stage-schema.ts';
import { randomNormal } from '../../statistics/random-draws.ts';
import { exampleStage } from '../testing/example-stage.ts';
import { blockRates } from './block-rates.ts';
import { compareTargets } from './compare-targets.ts';

const second = 1_000_000;
const targets = () => ({ baseline: 'a', candidate: 'b', random: createRandom(1n) });

/** A series four times a second whose events follow a rate that may differ from second to second, and falls to zero at the end. */
function seriesOf(seconds: number, eventsIn: (second: number) => number): StageSeries {
  let events = 0;
  const points = Array.from({ length: 4 * seconds + 1 }, (_, tick) => {
    if (tick > 0) events += eventsIn(Math.floor((tick - 1) / 4)) / 4;
    return { at: (tick * second) / 4, events };
  });
  const rest = { inFlight: 1, dispatched: 0, completed: 0, failed: 0, firstTokens: 0, firstTokenSum: 0 };
  return [...points, { at: seconds * second + 1, events: 0 }].map((point) => ({ ...rest, ...point }));
}

function stageOf(target: string, seconds: number, eventsIn: (second: number) => number): Stage {
  const total = Array.from({ length: seconds }, (_, index) => eventsIn(index)).reduce((sum, n) => sum + n, 0);
  return exampleStage({
    target,
    repeat: 1,
    outputThroughput: total / seconds,
    window: { start: 0, end: seconds * second, reason: null, whole: { start: 0, end: seconds * second } },
    series: seriesOf(seconds, eventsIn),
  });
}

function latencies(median: number, count: number, seed: bigint): Distribution {
  const random = createRandom(seed);
  const histogram = new LatencyHistogram();
  for (let request = 0; request < count; request++)
    histogram.record(median * Math.exp(0.1 * randomNormal(random)));
  const example = exampleStage({ target: 'a', repeat: 1 }).metrics.ttft;
  return {
    ...example,
    kind: 'measured',
    count,
    mean: histogram.mean,
    p50: histogram.valueAtQuantile(0.5),
    histogram: encodeHistogram(histogram),
  };
}

const withTtft = (stage: Stage, ttft: Distribution): Stage => ({
  ...stage,
  metrics: { ...stage.metrics, ttft },
});

test('output throughput of one repeat is compared over blocks of its window, and says so', () => {
  const noise = (second: number) => 3 * ((second * 7) % 5);
  const stages = [
    stageOf('a', 20, (index) => 100 + noise(index)),
    stageOf('b', 20, (index) => 150 + noise(index + 2)),
  ];
  const [comparison] = compareTargets(stages, targets());
  expect(comparison).toMatchObject({
    metric: 'outputThroughput',
    repeats: 1,
    winner: 'b',
    interval: { over: 'blocks', values: { baseline: 20, candidate: 20 } },
  });
  expect(comparison?.interval?.method).toContain('blocks of one repeat');
});

test('a target that swings more than it differs has no winner', () => {
  const stages = [
    stageOf('a', 20, (index) => (index % 5 === 0 ? 20 : 130)),
    stageOf('b', 20, (index) => (index % 4 === 0 ? 40 : 145)),
  ];
  expect(compareTargets(stages, targets())[0]).toMatchObject({
    winner: null,
    reasonCode: 'interval-includes-one',
  });
});

test('a block lasts as long as a request, so that users in step do not count as many', () => {
  const stage = stageOf('a', 20, () => 100);
  const slow = { ...stage, metrics: { ...stage.metrics, e2e: { ...stage.metrics.e2e, mean: 4 * second } } };
  expect(blockRates(stage)).toHaveLength(20);
  expect(blockRates(slow)).toEqual([100, 100, 100, 100, 100]);
  const veryLong = stageOf('a', 100, () => 100);
  expect(blockRates(veryLong)).toHaveLength(30);
});

test('readings after the workers have gone start from zero again, and are left out', () => {
  const stage = stageOf('a', 20, () => 100);
  const early = stage.series.filter(({ at }) => at < 19.9 * second);
  const gone = { ...early[0], at: 19.9 * second, events: 0 };
  const rates = blockRates({ ...stage, series: [...early, gone as StageSeries[number]] });
  expect(Math.min(...(rates ?? [0]))).toBeGreaterThan(70);
});

test('a window too short for three blocks gives the ratio alone, with its own reason', () => {
  const stages = [stageOf('a', 2, () => 100), stageOf('b', 2, () => 150)];
  expect(compareTargets(stages, targets())[0]).toMatchObject({
    ratio: 1.5,
    interval: null,
    verdict: 'inconclusive',
    reasonCode: 'window-too-short',
  });
});

test('the time to first token of one repeat is compared over its requests, and request by request', () => {
  const stages = [
    withTtft(exampleStage({ target: 'a', repeat: 1 }), latencies(50_000, 200, 1n)),
    withTtft(exampleStage({ target: 'b', repeat: 1 }), latencies(60_000, 200, 2n)),
  ];
  const median = compareTargets(stages, targets()).find(({ metric }) => metric === 'ttftP50');
  expect(median).toMatchObject({
    unit: 'us',
    better: 'lower',
    winner: 'a',
    repeats: 1,
    interval: { over: 'requests', values: { baseline: 200, candidate: 200 } },
    distribution: { latency: 'ttft', method: 'normal' },
  });
  expect(median?.distribution?.superiority).toBeGreaterThan(0.8);
  expect(median?.distribution?.probability).toBeLessThan(0.001);
  expect(median?.interval?.low).toBeGreaterThan(1.15);
  expect(median?.interval?.high).toBeLessThan(1.26);
});

test('gaps of one repeat have a ratio, but no interval: all users of a batch wait for the same step', () => {
  const withGap = (target: string, median: number): Stage => {
    const stage = exampleStage({ target, repeat: 1 });
    return { ...stage, metrics: { ...stage.metrics, tokenGap: latencies(median, 5000, 3n) } };
  };
  const stages = [withGap('a', 10_000), withGap('b', 20_000)];
  const gap = compareTargets(stages, targets()).find(({ metric }) => metric === 'tokenGapP50');
  expect(gap).toMatchObject({ interval: null, verdict: 'inconclusive', reasonCode: 'one-repeat' });
});

test('levels that differ in their prompts alone are told apart by their place in the plan', () => {
  const context = (place: string, target: string): Stage[] =>
    [1, 2, 3].map((repeat) =>
      exampleStage({
        id: `${place}/${target}/repeat-${repeat}`,
        suite: 'context',
        target,
        repeat,
        ttft: 1000 * repeat,
        requestSpeed: 50 + repeat,
      }),
    );
  const stages = ['1-context/1000-tokens', '1-context/8000-tokens'].flatMap((place) =>
    ['a', 'b'].flatMap((target) => context(place, target)),
  );
  const levels = compareTargets(stages, targets()).map(({ level, metric }) => [level, metric]);
  expect(levels).toEqual([
    ['1-context/1000-tokens', 'ttft'],
    ['1-context/1000-tokens', 'requestSpeed'],
    ['1-context/8000-tokens', 'ttft'],
    ['1-context/8000-tokens', 'requestSpeed'],
  ]);
});
