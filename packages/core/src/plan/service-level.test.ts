import { expect, test } from 'vitest';
import { parseServiceLevel } from './service-level.ts';

test('limits without a statistic are those of one request', () => {
  expect(parseServiceLevel('tpot < 50ms, ttft<500ms')).toEqual({
    objectives: [
      {
        text: 'ttft<500ms, tpot<50ms',
        limits: [
          { latency: 'ttft', belowMicros: 500_000 },
          { latency: 'tpot', belowMicros: 50_000 },
        ],
      },
    ],
    thresholds: [],
  });
});

test('limits with a statistic are conditions on every stage', () => {
  const { objectives, thresholds } = parseServiceLevel('ttft p95 < 500ms, errorRate < 1%');
  expect(objectives).toEqual([]);
  expect(thresholds).toMatchObject([
    { text: 'ttft p95 < 500ms', selectors: [] },
    { text: 'errorRate < 1%', selectors: [] },
  ]);
});

test('a preset is both', () => {
  const { objectives, thresholds } = parseServiceLevel('mlperf-llama2-70b-interactive');
  expect(objectives).toMatchObject([{ text: 'mlperf-llama2-70b-interactive' }]);
  expect(thresholds.map(({ text }) => text)).toEqual(['ttft p99 <= 450ms', 'tpot p99 <= 40ms']);
});

test.each([
  ['ttft<500', 'unit'],
  ['ttftt<500ms', 'did you mean ttft?'],
  ['mlperf-x', 'there is no preset of this name'],
  ['ttft p95 < 500ms, tpot < 50ms', 'tpot needs a statistic'],
  ['tpot<50ms, tpot<60ms', 'tpot has two limits'],
  ['', 'there is no term'],
])('%j is refused with a word about %j', (text, says) => {
  expect(() => parseServiceLevel(text)).toThrow(says);
});
