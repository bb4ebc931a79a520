import { compareTargets } from '../analysis/compare-targets.ts';
import { decideExit } from '../analysis/decide-exit.ts';
import { evaluateThresholds } from '../analysis/thresholds/evaluate-thresholds.ts';
import { readHostEnvironment } from '../measurement/host-environment.ts';
import { createRandom } from '../random/create-random.ts';
import type { Result, Target } from '../result/result-file.ts';
import { resultSchemaName } from '../result/result-schema-name.ts';
import type { Stage } from '../result/stage-schema.ts';
import type { BenchmarkOrder } from './benchmark-order.ts';

/** A run as far as it has come. */
export type RunSoFar = {
  readonly order: BenchmarkOrder;
  readonly createdAt: string;
  readonly targets: readonly Target[];
  readonly stages: readonly Stage[];
  /** Request records written. */
  readonly records: number;
  /** `null` while the run goes. */
  readonly end: { readonly interrupted: boolean } | null;
};

/** The result file of a run, complete or not: what was measured, compared, and held against its thresholds. */
export function assembleResult(run: RunSoFar): Result {
  const { order, targets, stages, end } = run;
  const [baseline, ...candidates] = targets.map((target) => target.name);
  const comparisons = candidates.flatMap((candidate) =>
    compareTargets(stages, {
      baseline: baseline ?? '',
      candidate,
      random: createRandom(order.seed).fork('comparisons'),
    }),
  );
  const result: Result = {
    schema: resultSchemaName,
    id: order.id,
    name: order.name,
    createdAt: run.createdAt,
    tool: order.tool,
    command: order.command,
    plan: order.plan,
    seed: order.seed,
    salt: order.salt,
    environment: readHostEnvironment(),
    targets: [...targets],
    failures: [],
    stages: [...stages],
    samples: [],
    requests: { file: order.requestsName, count: run.records },
    analysis: { comparisons, capacity: order.stages.capacity?.(stages) ?? null },
    thresholds: evaluateThresholds(order.thresholds, stages),
    exit: null,
  };
  return end === null ? result : { ...result, exit: decideExit(result, end.interrupted) };
}
