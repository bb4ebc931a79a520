import { expect, test } from 'vitest';
import { parseThresholds } from './parse-thresholds.ts';

test('a list of thresholds tells every mistake at once', () => {
  expect(() => parseThresholds(['ttft p95 < 500ms', 'tttf p95 < 1s', 'ttft < 1s'])).toThrow(
    expect.objectContaining({
      code: 'threshold-invalid',
      exitCode: 2,
      message: [
        '"tttf p95 < 1s": there is no metric "tttf"; did you mean ttft?',
        '"ttft < 1s": ttft needs a statistic, such as "ttft p95": p50, p75, p90, p95, p99, p99.9, mean, min or max',
      ].join('\n'),
    }),
  );
});

test('the name of a preset stands for its thresholds on every stage', () => {
  expect(parseThresholds(['errorRate < 1%', 'mlperf-llama2-70b-interactive'])).toMatchObject([
    { text: 'errorRate < 1%' },
    { text: 'ttft p99 <= 450ms', selectors: [], limit: { unit: 'us', value: 450_000 } },
    { text: 'tpot p99 <= 40ms', selectors: [], limit: { unit: 'us', value: 40_000 } },
  ]);
});
