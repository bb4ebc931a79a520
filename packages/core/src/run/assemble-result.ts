import { analyzeResult } from '../analysis/analyze-result.ts';
import { decideExit } from '../analysis/decide-exit.ts';
import { evaluateThresholds } from '../analysis/thresholds/evaluate-thresholds.ts';
import { readHostEnvironment } from '../measurement/host-environment.ts';
import { noAnalysis } from '../result/no-analysis.ts';
import type { OwnResult } from '../result/own-result.ts';
import type { OwnStage } from '../result/own-stage.ts';
import type { Target } from '../result/result-file.ts';
import { resultSchemaName } from '../result/result-schema-name.ts';
import type { BenchmarkOrder } from './benchmark-order.ts';

/** A run as far as it has come. */
export type RunSoFar = {
  readonly order: BenchmarkOrder;
  readonly createdAt: string;
  readonly targets: readonly Target[];
  readonly stages: readonly OwnStage[];
  /** Request records written. */
  readonly records: number;
  /** `null` while the run goes. */
  readonly end: { readonly interrupted: boolean } | null;
};

/** The result file of a run, complete or not: what was measured, compared, and held against its thresholds. */
export function assembleResult(run: RunSoFar): OwnResult {
  const { order, targets, stages, end } = run;
  const result: OwnResult = {
    schema: resultSchemaName,
    source: { kind: 'measured' },
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
    knownProblems: [],
    stages: [...stages],
    samples: [],
    requests: { file: order.requestsName, count: run.records },
    analysis: { ...noAnalysis, capacity: order.stages.capacity?.(stages) ?? null },
    thresholds: evaluateThresholds(order.thresholds, stages),
    exit: null,
  };
  // While the run goes the processors are the next stage's: what is derived is derived once, at the end.
  return end === null ? result : analyzeResult({ ...result, exit: decideExit(result, end.interrupted) });
}
