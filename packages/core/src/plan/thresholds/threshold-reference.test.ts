import { expect, test } from 'vitest';
import { requiredSamples } from '../../statistics/required-samples.ts';
import { parseThreshold } from './parse-threshold.ts';
import { isPercentile, metricNames, percentileShares } from './threshold-metrics.ts';
import { thresholdReference } from './threshold-reference.ts';

const reference = thresholdReference();
const rows = [
  ...reference.metrics,
  ...reference.statistics,
  ...reference.selectors,
  ...reference.comparisons,
  ...reference.units,
  ...reference.presets,
];

test('every name of the grammar is in the reference, with a meaning', () => {
  expect(reference.metrics.map((metric) => metric.name)).toEqual(metricNames);
  for (const { name, meaning } of rows) expect(meaning, name).not.toBe('');
});

test('every example of the reference parses, and every statistic and unit that it lists is taken', () => {
  for (const { example } of rows) expect(parseThreshold(example).text).toBe(example);
  for (const { name, statistics, units } of reference.metrics) {
    for (const statistic of statistics.filter((word) => word !== 'certified')) {
      const unit = units[0] ?? '';
      expect(parseThreshold(`${name} ${statistic} < 5${unit}`).measure).toMatchObject({ statistic });
    }
    const subject = statistics.includes('mean') ? `${name} mean` : name;
    for (const unit of units)
      expect(parseThreshold(`${name === 'goodput' ? 'goodput(ttft<1s)' : subject} > 5${unit}`)).toBeDefined();
  }
});

test('the samples that a percentile takes are those of the formula', () => {
  for (const { name, meaning } of reference.statistics)
    if (isPercentile(name))
      expect(meaning).toContain(`takes ${requiredSamples(percentileShares[name])} samples`);
});
