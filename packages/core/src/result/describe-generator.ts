import type { StageMeasurement } from '../measurement/stage-measurement.ts';
import type { WorkerHealth } from '../measurement/worker-health.ts';
import type { ConnectionCounts } from '../transport/connection-counts.ts';
import type { ReadWaits } from '../transport/read-queue.ts';
import type { GeneratorHealth } from './generator-schema.ts';

/** What one worker reports of a stage. */
export type WorkerReport = {
  readonly health: WorkerHealth;
  readonly connections: Readonly<
    Pick<ConnectionCounts, 'opened' | 'reused' | 'staleReplaced' | 'waited' | 'reads' | 'bytes'>
  >;
  readonly readWaits: ReadWaits;
  readonly estimatedPrompts: number;
  readonly measurement: StageMeasurement;
};

/** What is known of the whole host during a stage. */
export type HostReport = {
  readonly hostCpuShare: number | null;
  readonly processCpuShare: number | null;
  readonly ceilingEventsPerSecond: number | null;
};

/** The generator's health over all workers: the worst one counts, sums are sums. */
export function describeGenerator(workers: readonly WorkerReport[], host: HostReport): GeneratorHealth {
  const sum = (pick: (worker: WorkerReport) => number): number =>
    workers.reduce((total, worker) => total + pick(worker), 0);
  const reads = sum((worker) => worker.connections.reads);
  const events = sum((worker) => worker.measurement.tokens.events);
  const duration = Math.max(
    ...workers.map(({ measurement }) => measurement.wholeEnd - measurement.wholeStart),
  );
  return {
    workers: workers.length,
    cpuShare: highest(workers.map((worker) => worker.health.cpuShare)),
    eventLoopDelayP99: highest(workers.map((worker) => worker.health.eventLoopDelayP99)),
    readWaitP99: highest(workers.map((worker) => worker.readWaits.p99)),
    firstTokenWait: highest(workers.map((worker) => worker.readWaits.firstTokenMean)),
    pauses: {
      count: sum((worker) => worker.health.pauses.count),
      total: Math.round(sum((worker) => worker.health.pauses.total)),
      longest: Math.round(Math.max(...workers.map((worker) => worker.health.pauses.longest))),
    },
    eventsPerRead: reads === 0 ? null : events / reads,
    eventsPerSecond: duration <= 0 ? null : (events * 1e6) / duration,
    ...host,
    bytesReceived: sum((worker) => worker.connections.bytes),
    reads,
    connectionsOpened: sum((worker) => worker.connections.opened),
    connectionsReused: sum((worker) => worker.connections.reused),
    staleConnectionsReplaced: sum((worker) => worker.connections.staleReplaced),
    connectionWaits: sum((worker) => worker.connections.waited),
    estimatedPrompts: sum((worker) => worker.estimatedPrompts),
  };
}

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
