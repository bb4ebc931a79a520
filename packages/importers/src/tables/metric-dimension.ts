import type { CellMetric } from './mapping-schema.ts';
import type { Dimension } from './read-quantity.ts';

/** What a metric's cells have to measure. */
export function metricDimension(metric: CellMetric): Dimension {
  if (metric === 'requestThroughput') return 'request-rate';
  if (metric === 'errorRate') return 'share';
  return metric.includes('.') ? 'time' : 'token-rate';
}

/** Example units of a dimension, for messages. */
export const dimensionUnits: Readonly<Record<Dimension, string>> = {
  'token-rate': 'tok/s',
  'request-rate': 'req/s',
  time: 'ms or s',
  memory: 'GB or GiB',
  share: '%',
  number: 'no unit',
};
