import type { PercentileName } from '@kneepoint/core';
import type { StatedLatency } from '../build/source-figures.ts';

/** A latency of the script's summary: `mean_ttft_ms`, `median_ttft_ms`, `p99_ttft_ms`. */
export type SummaryKeys = {
  readonly name: StatedLatency['name'];
  /** What stands between the statistic and the unit: `ttft`. */
  readonly key: string;
  readonly called: string;
  /** Of how many samples; `null` where the file does not say. */
  readonly count: number | null;
};

const percentileOf: Readonly<Record<string, PercentileName>> = {
  '50': 'p50',
  '75': 'p75',
  '90': 'p90',
  '95': 'p95',
  '99': 'p99',
  '99.9': 'p999',
};

/** The figures of one latency in a summary in milliseconds, in microseconds. */
export function summaryLatency(
  document: Readonly<Record<string, unknown>>,
  { name, key, called, count }: SummaryKeys,
): StatedLatency {
  const micros = (statistic: string): number | null => {
    const value = document[`${statistic}_${key}_ms`];
    return typeof value === 'number' && Number.isFinite(value) ? value * 1000 : null;
  };
  const percentiles = Object.entries(percentileOf).map(([digits, percentile]) => [
    percentile,
    micros(`p${digits}`) ?? (digits === '50' ? micros('median') : null),
  ]);
  return { name, called, count, mean: micros('mean'), percentiles: Object.fromEntries(percentiles) };
}
