import type { StageMeasurement } from '../measurement/stage-measurement.ts';
import type { WorkerHealth } from '../measurement/worker-health.ts';
import type { ConnectionCounts } from '../transport/connection-counts.ts';
import type { GeneratorHealth } from './stage-schema.ts';

/** What one worker reports of a stage. */
export type WorkerReport = {
  readonly health: WorkerHealth;
  readonly connections: Readonly<
    Pick<ConnectionCounts, 'opened' | 'reused' | 'staleReplaced' | 'reads' | 'bytes'>
  >;
  readonly measurement: StageMeasurement;
};

/** The generator's health over all workers: the busiest one counts, sums are sums. */
export function describeGenerator(workers: readonly WorkerReport[]): GeneratorHealth {
  const sum = (pick: (worker: WorkerReport) => number): number =>
    workers.reduce((total, worker) => total + pick(worker), 0);
  const reads = sum((worker) => worker.connections.reads);
  const events = sum((worker) => worker.measurement.tokens.events);
  return {
    workers: workers.length,
    cpuShare: highest(workers.map((worker) => worker.health.cpuShare)),
    eventLoopDelayP99: highest(workers.map((worker) => worker.health.eventLoopDelayP99)),
    eventsPerRead: reads === 0 ? null : events / reads,
    bytesReceived: sum((worker) => worker.connections.bytes),
    reads,
    connectionsOpened: sum((worker) => worker.connections.opened),
    connectionsReused: sum((worker) => worker.connections.reused),
    staleConnectionsReplaced: sum((worker) => worker.connections.staleReplaced),
  };
}

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
