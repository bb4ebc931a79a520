import { growth, type ServerTotals } from '../measurement/server-metrics.ts';
import type { ServerView } from './stage-schema.ts';

/** The server's own counters over a stage, warm-up included: what they grew by between the two readings. */
export function describeServer(before: ServerTotals | null, after: ServerTotals | null): ServerView | null {
  if (before === null || after === null || Object.values(after).every((total) => total === null)) return null;
  const mean = (sum: keyof ServerTotals, count: keyof ServerTotals): number | null => {
    const seconds = growth(before, after, sum);
    const samples = growth(before, after, count);
    return seconds === null || samples === null || samples === 0 ? null : (seconds * 1e6) / samples;
  };
  return {
    source: '/metrics before and after the stage',
    promptTokens: growth(before, after, 'promptTokens'),
    generationTokens: growth(before, after, 'generationTokens'),
    requestsFinished: growth(before, after, 'requestsFinished'),
    prefixCacheHits: growth(before, after, 'prefixCacheHits'),
    prefixCacheQueries: growth(before, after, 'prefixCacheQueries'),
    preemptions: growth(before, after, 'preemptions'),
    timeToFirstTokenMean: mean('firstTokenSeconds', 'firstTokenCount'),
    interTokenLatencyMean: mean('interTokenSeconds', 'interTokenCount'),
    reason: null,
  };
}
