export {
  type CachingAuditOptions,
  cachingAuditDefaults,
  cachingAuditStages,
} from './analysis/caching/caching-audit-stages.ts';
export type { CachingVerdict } from './analysis/caching/caching-verdict.ts';
export { judgeCaching } from './analysis/caching/judge-caching.ts';
export type { BenchmarkEvents, BenchmarkOrder, RunningBenchmark } from './benchmark-order.ts';
export { type DiscoveredTarget, discoverTarget, type TargetRequest } from './discover-target.ts';
export { assertNever } from './errors/assert-never.ts';
export {
  type ExitCode,
  exitCodes,
  KneepointError,
  type KneepointErrorDetails,
  usageError,
} from './errors/kneepoint-error.ts';
export { nearestName } from './errors/nearest-name.ts';
export type { ProgressField } from './load-worker-protocol.ts';
export { type ArrivalPlan, arrivalKinds } from './plan/arrival-plan.ts';
export { expectedSeconds } from './plan/expected-arrivals.ts';
export { expectedNumber } from './plan/expected-number.ts';
export { type Language, languages } from './plan/language.ts';
export { fixedNumber, type NumberDistribution } from './plan/number-distribution.ts';
export { durationProblem, parseDuration } from './plan/parse-duration.ts';
export { parsePlan } from './plan/parse-plan.ts';
export type { Plan } from './plan/plan-schema.ts';
export { planStages } from './plan/plan-stages.ts';
export type {
  CapPolicy,
  PlannedLoad,
  PlannedStage,
  StageLimit,
  WarmupLimit,
} from './plan/planned-stage.ts';
export type { PromptPlan } from './plan/prompt-plan.ts';
export type {
  Distribution,
  Distributions,
  Figure,
  LatencyName,
  Metrics,
} from './result/figure-schema.ts';
export type { StageLoad } from './result/load-schema.ts';
export { type PercentileName, percentileNames } from './result/percentile-names.ts';
export { parseResult, readResultFile } from './result/read-result.ts';
export {
  type Comparison,
  type Environment,
  type Result,
  resultSchema,
  type Target,
} from './result/result-file.ts';
export { resultSchemaName } from './result/result-schema-name.ts';
export { checkOutputPath, writeResultFile } from './result/result-writer.ts';
export type { Excerpt, Stage, Trust } from './result/stage-schema.ts';
export { upgradeResult } from './result/upgrade-result.ts';
export { runBenchmark } from './run-benchmark.ts';
export { fixedStages, type StagePlanner } from './stage-planner.ts';
export { type DialectName, dialectNames } from './transport/dialects/dialect.ts';
export { type ErrorClass, errorClasses } from './transport/error-class.ts';
export { parseTargetUrl } from './transport/parse-target-url.ts';
export { type TargetTls, usualTrust } from './transport/target-address.ts';
export { type Micros, micros } from './units/units.ts';
export { noFiles, type WorkloadFiles } from './workload/workload-files.ts';
