import { httpGet } from './http-get.ts';
import { readServerMetrics } from './server-metrics.ts';
import { type ServerSample, sampleOf } from './server-observation.ts';

/**
 * One sample of a server's `/metrics`; `null` when it has none, or does not answer. It never fails a run.
 * Its instants are the process's own: a stage is watched with `ServerWatch` instead.
 */
export async function askServerTotals(
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
): Promise<ServerSample | null> {
  const askedAt = performance.now() * 1000;
  try {
    const answer = await httpGet(`${baseUrl}/metrics`, { headers, timeoutMillis: 5000 });
    if (answer.status !== 200) return null;
    return sampleOf(readServerMetrics(answer.text), askedAt, performance.now() * 1000);
  } catch {
    return null;
  }
}
