import type { TargetAddress } from '../transport/target-address.ts';
import { httpGet } from './http-get.ts';
import { readServerTotals, type ServerTotals } from './server-metrics.ts';

/** The totals of a server's `/metrics` now; `null` when it has none, or does not answer. It never fails a run. */
export async function askServerTotals(
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
  address: TargetAddress | null,
): Promise<ServerTotals | null> {
  try {
    const answer = await httpGet(`${baseUrl}/metrics`, { headers, timeoutMillis: 5000, address });
    return answer.status === 200 ? readServerTotals(answer.text) : null;
  } catch {
    return null;
  }
}
