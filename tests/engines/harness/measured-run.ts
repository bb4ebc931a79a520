import { type ClientTotals, clientTotals } from './client-totals.ts';
import type { EngineKind } from './engine-kinds.ts';
import {
  interTokenAgreement,
  type LatencyAgreement,
  timeToFirstTokenAgreement,
} from './latency-agreement.ts';
import { type BenchOrder, type BenchRun, runBench } from './run-bench.ts';
import { countersBetween, readCounters, type ServerCounters } from './server-counters.ts';

/** One run as both sides saw it. */
export interface MeasuredRun {
  readonly bench: BenchRun;
  readonly client: ClientTotals;
  readonly server: ServerCounters;
}

/** Runs a bench between two readings of the server's counters; nobody else may use the server meanwhile. */
export async function measureRun(engine: EngineKind, order: BenchOrder): Promise<MeasuredRun> {
  const before = await readCounters(order.url, engine);
  const bench = await runBench(order);
  const after = await readCounters(order.url, engine);
  return { bench, client: clientTotals(bench.result), server: countersBetween(before, after) };
}

/** Both latencies of a run beside the server's own. */
export interface RunAgreement {
  readonly timeToFirstToken: LatencyAgreement;
  readonly interToken: LatencyAgreement;
}

/** Compares a run's mean latencies with the server's histograms. Throws when the client has none. */
export function latencyAgreement({ client, server }: MeasuredRun): RunAgreement {
  const { timeToFirstToken, tokenGap } = client;
  if (timeToFirstToken.meanMicros === null || tokenGap.meanMicros === null) {
    throw new Error('the result lacks the time to first token or the token gap of a stage');
  }
  return {
    timeToFirstToken: timeToFirstTokenAgreement(timeToFirstToken.meanMicros, server.timeToFirstToken),
    interToken: interTokenAgreement(tokenGap.meanMicros, server.interTokenLatency),
  };
}
