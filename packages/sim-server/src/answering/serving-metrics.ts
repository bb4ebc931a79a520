import type { FinishReason } from '../dialects/event-writer.ts';
import { LogHistogram } from '../truth/log-histogram.ts';

/** The counters and distributions that `/metrics` shows; they only grow, whatever is done to the truth. */
export class ServingMetrics {
  readonly timeToFirstToken = new LogHistogram();
  readonly interTokenLatency = new LogHistogram();
  readonly endToEnd = new LogHistogram();
  readonly queueTime = new LogHistogram();
  readonly finished: Record<FinishReason | 'abort', number> = { stop: 0, length: 0, abort: 0 };
  promptTokens = 0;
  cachedTokens = 0;
  generationTokens = 0;
}
