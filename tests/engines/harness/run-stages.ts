import type { BenchmarkOrder, OwnResult, PlannedStage } from '../../../packages/core/src/index.ts';
import { fixedStages, noFiles, runBenchmark } from '../../../packages/core/src/index.ts';
import { usualTrust } from '../../../packages/core/src/transport/target-address.ts';

/** What a run is made of; `stageStarted` is called when the load of a stage begins. */
export interface StagesOrder {
  readonly stages: readonly PlannedStage[];
  readonly salt: string;
  readonly stageStarted?: () => void;
}

/** A run of the given stages at one server, from source and in this process. */
export async function runStages(url: string, asked: StagesOrder): Promise<OwnResult> {
  const order: BenchmarkOrder = {
    zero: null,
    id: 'engine-test',
    name: 'engine test',
    command: 'vitest',
    plan: null,
    tool: { version: '0.0.0', node: process.version, commit: null },
    targets: [
      {
        name: 'server',
        url,
        api: null,
        engine: null,
        model: null,
        headers: {},
        // The model's default sampling sorts the whole vocabulary per token: up to 11 times slower on a CPU.
        body: { temperature: 0 },
        timeoutMicros: 60_000_000,
        tls: usualTrust,
      },
    ],
    stages: fixedStages(asked.stages),
    files: noFiles,
    seed: 'seed',
    salt: asked.salt,
    tokenizerPath: null,
    settleMillis: 0,
    clearPrefixCache: false,
    workers: 1,
    maxInFlight: 100,
    capPolicy: 'drop',
    objectives: [],
    thresholds: [],
    abortOnFail: false,
    stopWhenSaturated: false,
    ceilingEventsPerSecond: null,
    resumeFrom: null,
    requestsPath: null,
    requestsName: null,
  };
  return runBenchmark(order, {
    tell(event) {
      if (event.kind === 'stage-started') asked.stageStarted?.();
    },
    save: () => Promise.resolve(),
  }).result;
}
