import { expect, test } from 'vitest';
import { emptyReading } from './server-metrics.ts';
import { type ServerSample, sampleOf } from './server-observation.ts';
import { ServerSamples } from './server-samples.ts';

const at = (second: number, running: number): ServerSample =>
  sampleOf(
    {
      ...emptyReading,
      gauges: { ...emptyReading.gauges, running },
      counters: { ...emptyReading.counters, generationTokens: second },
    },
    second,
    second,
  );

test('however many samples come, no more than the limit is held, in the order of time', () => {
  const samples = new ServerSamples(8);
  for (let second = 0; second < 1000; second++) samples.add(at(second, second), false);
  const list = samples.list();
  expect(list.length).toBeLessThanOrEqual(8);
  expect(list.map((sample) => sample.at)).toEqual(
    [...list.map((sample) => sample.at)].sort((left, right) => left - right),
  );
  expect(list[0]?.at).toBe(0);
  expect(list.at(-1)?.at).toBe(999);
});

test('merging loses no answer, no maximum, and no mean', () => {
  const samples = new ServerSamples(8);
  for (let second = 0; second < 1000; second++) samples.add(at(second, second % 100), false);
  const list = samples.list();
  const answers = list.reduce((sum, sample) => sum + sample.answers, 0);
  expect(answers).toBe(1000);
  expect(Math.max(...list.map((sample) => sample.running?.max ?? 0))).toBe(99);
  const sum = list.reduce((total, sample) => total + (sample.running?.mean ?? 0) * sample.answers, 0);
  expect(sum / answers).toBeCloseTo(49.5, 6);
});

test("a merged sample has the later one's counters and instant", () => {
  const samples = new ServerSamples(3);
  for (let second = 0; second < 4; second++) samples.add(at(second, 0), false);
  expect(samples.list().map((sample) => [sample.at, sample.reading.counters.generationTokens])).toEqual([
    [0, 0],
    [2, 2],
    [3, 3],
  ]);
});

test('samples that are kept stay as they are', () => {
  const samples = new ServerSamples(6);
  for (let second = 0; second < 500; second++) samples.add(at(second, 0), second === 101 || second === 333);
  const single = samples.list().filter((sample) => sample.answers === 1);
  expect(single.map((sample) => sample.at)).toEqual(expect.arrayContaining([0, 101, 333]));
});
