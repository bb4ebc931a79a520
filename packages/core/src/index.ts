export { analyzeResult } from './analysis/analyze-result.ts';
export type { AuditCode, AuditEvidence, AuditFinding } from './analysis/audit/audit-finding.ts';
export type { AuditPlace } from './analysis/audit/audit-place.ts';
export { auditCodes, auditResult } from './analysis/audit/audit-result.ts';
export { auditRules } from './analysis/audit/audit-rules.ts';
export {
  type CachingAuditOptions,
  cachingAuditDefaults,
  cachingAuditStages,
} from './analysis/caching/caching-audit-stages.ts';
export type { CachingVerdict } from './analysis/caching/caching-verdict.ts';
export { judgeCaching } from './analysis/caching/judge-caching.ts';
export {
  addedError,
  type CalibratedFigure,
  type CalibrationLevel,
} from './analysis/calibration/calibration-level.ts';
export {
  type CalibratedHost,
  calibrationOf,
  calibrationsText,
  type HostCalibration,
  parseCalibrations,
  withCalibration,
} from './analysis/calibration/calibration-store.ts';
export { ceilingIsBounded, hostCeiling, levelFaults } from './analysis/calibration/host-ceiling.ts';
export { nextUsers } from './analysis/calibration/next-users.ts';
export type { CapacityFigure } from './analysis/capacity/capacity-curve.ts';
export type { CapacitySearchOptions, CapacityVary } from './analysis/capacity/capacity-options.ts';
export { type CapacitySearch, createCapacitySearch } from './analysis/capacity/capacity-search.ts';
export { type CapacityStageOptions, capacityStage } from './analysis/capacity/capacity-stage.ts';
export type { CapacityVerdict } from './analysis/capacity/capacity-verdict.ts';
export { describeCapacity } from './analysis/capacity/describe-capacity.ts';
export { levelOutcome } from './analysis/capacity/level-outcome.ts';
export { type CombinedBy, combineResults } from './analysis/combine-results/combine-results.ts';
export {
  comparedMetricNames,
  type EveryMetricName,
  everyMetricNames,
} from './analysis/comparisons/compared-metrics.ts';
export { findingsOf } from './analysis/findings/findings-of.ts';
export {
  compareMeasured,
  type MeasuredCell,
  type MeasuredComparison,
  type MeasuredTarget,
  resultOfTarget,
  type Standing,
} from './analysis/gate/compare-measured.ts';
export { compareResults, type GateOptions, gateDefaults } from './analysis/gate/compare-results.ts';
export { allowedRatio, type GateVerdict } from './analysis/gate/gate-verdict.ts';
export {
  type DifferenceCell,
  type GateReason,
  gateReasons,
  type LoneLevel,
  type ResultDifference,
  type RunDifference,
} from './analysis/gate/result-difference.ts';
export {
  type SideDifference,
  type SideQuestion,
  sideDifferences,
} from './analysis/gate/side-differences.ts';
export { type GateRates, type GateSimulation, simulateGate } from './analysis/gate/simulate-gate.ts';
export { importedTrust } from './analysis/imported-trust.ts';
export type { Accelerator, NumberType } from './analysis/physical-limit/accelerators/accelerator.ts';
export {
  type ComputeCapabilitySupport,
  computeCapabilities,
  findComputeCapability,
} from './analysis/physical-limit/accelerators/compute-capability.ts';
export {
  type AcceleratorLookup,
  accelerators,
  computeCapabilityOf,
  findAccelerator,
} from './analysis/physical-limit/accelerators/find-accelerator.ts';
export {
  type DecodeLimit,
  type DecodeStep,
  decodeLimit,
  prefillLimit,
} from './analysis/physical-limit/decode-limit.ts';
export { type FoundModel, findModel, models } from './analysis/physical-limit/models/find-model.ts';
export {
  flopsPerToken,
  keyValueElementsPerToken,
  keyValueElementsRead,
} from './analysis/physical-limit/models/model-cost.ts';
export type { KeyValueShape, ModelFigures } from './analysis/physical-limit/models/model-figures.ts';
export type { ReadRating } from './analysis/quality/rating/parse-rating.ts';
export { type RatingMessage, ratingRequest } from './analysis/quality/rating/rating-request.ts';
export { ratingRubric } from './analysis/quality/rating/rating-rubric.ts';
export { readRatingAnswer } from './analysis/quality/rating/read-rating-answer.ts';
export { withRatings } from './analysis/quality/rating/with-ratings.ts';
export { recommendationsOf } from './analysis/recommendations/recommendations-of.ts';
export { tipsOf } from './analysis/recommendations/tips/tips-of.ts';
export { type UslParameters, uslThroughput } from './analysis/scaling/fit-usl.ts';
export { type ScoreRule, scoreRules } from './analysis/scorecard/score-rules.ts';
export { scorecardOf } from './analysis/scorecard/scorecard-of.ts';
export { type WorkaroundCode, workaroundOf } from './analysis/scorecard/workarounds.ts';
export { checkThresholds, thresholdsError } from './analysis/thresholds/check-thresholds.ts';
export { evaluateThresholds } from './analysis/thresholds/evaluate-thresholds.ts';
export { valueText as thresholdValueText } from './analysis/thresholds/value-text.ts';
export { type TrustCode, trustCodes } from './analysis/trust-code.ts';
export {
  busyInvalidShare,
  busySuspectShare,
  delayInvalidFactor,
  delayShareOfMedian,
  droppedSuspectShare,
  errorInvalidRate,
  errorSuspectRate,
  leastRequestsPerUser,
  shortWindow,
  startLagFloor,
} from './analysis/trust-limits.ts';
export { type ClockZero, createMonotonicClock, readClockZero } from './clock/clock.ts';
export { assertNever } from './errors/assert-never.ts';
export {
  type ExitCode,
  exitCodes,
  KneepointError,
  type KneepointErrorDetails,
  usageError,
} from './errors/kneepoint-error.ts';
export { nearestName } from './errors/nearest-name.ts';
export type { TargetTrouble } from './errors/target-trouble.ts';
export {
  type CoarseCounts,
  coarseBucket,
  coarseBucketCount,
  coarseBucketStart,
} from './measurement/coarse-buckets.ts';
export { decodeHistogram } from './measurement/decode-histogram.ts';
export { LatencyHistogram } from './measurement/latency-histogram.ts';
export { type ArrivalPlan, arrivalKinds } from './plan/arrival-plan.ts';
export { openStop } from './plan/arrivals/open-stop.ts';
export { parseRamp } from './plan/arrivals/ramp.ts';
export { leastBurstiness } from './plan/arrivals/rate-arrivals-field.ts';
export { parseSteps } from './plan/arrivals/steps.ts';
export { type CheckedDocument, checkDocument, type PlacedProblem } from './plan/checked-document.ts';
export { contradictions } from './plan/contradictions.ts';
export type { DeploymentPlan } from './plan/deployments/deployment-plan.ts';
export type { DockerDeployment } from './plan/deployments/docker-deployment.ts';
export { markerVariable, type PlannedVariable } from './plan/deployments/environment-field.ts';
export type { GpuRequest } from './plan/deployments/gpu-request.ts';
export type { HealthCheck } from './plan/deployments/health-check.ts';
export type { PortMapping } from './plan/deployments/port-mappings.ts';
export type { ProcessDeployment } from './plan/deployments/process-deployment.ts';
export type { ReadyCheck } from './plan/deployments/ready-check.ts';
export type { VolumeMount } from './plan/deployments/volume-mounts.ts';
export type { WrittenValue } from './plan/deployments/written-value.ts';
export { describeIssue } from './plan/describe-problem.ts';
export { type DialectName, dialectNames } from './plan/dialect-name.ts';
export { expectedNumber } from './plan/expected-number.ts';
export {
  hasPrompts,
  isGenerated,
  isLanguageCode,
  type Language,
  languageProblem,
  languages,
  type PromptLanguage,
  promptLanguages,
} from './plan/language.ts';
export { fixedNumber, type NumberDistribution } from './plan/number-distribution.ts';
export { timeUnit, tokenUnit, turnUnit } from './plan/numbers/number-unit.ts';
export { parseDistribution } from './plan/numbers/parse-distribution.ts';
export { durationProblem, parseDuration } from './plan/parse-duration.ts';
export { parsePlan } from './plan/parse-plan.ts';
export type { Parsed } from './plan/parsed.ts';
export type { Plan } from './plan/plan-schema.ts';
export { planFiles, planStages } from './plan/plan-stages.ts';
export { type PlanChange, planTextWith } from './plan/plan-text-with.ts';
export type {
  CapPolicy,
  PlannedLoad,
  PlannedStage,
  StageLimit,
  WarmupLimit,
} from './plan/planned-stage.ts';
export { composeText, printCompose } from './plan/printing/compose-text.ts';
export { dockerRunText } from './plan/printing/docker-run-text.ts';
export { printDockerRun } from './plan/printing/print-docker-run.ts';
export { processText } from './plan/printing/process-text.ts';
export { shellQuote } from './plan/printing/shell-text.ts';
export { datasetFormats, type PromptPlan } from './plan/prompt-plan.ts';
export type { WrittenPrompts } from './plan/prompts/prompts-field.ts';
export { parseRequestClass, twiceNamed } from './plan/prompts/request-class.ts';
export { requestContents, requestFiles, type WrittenRequests } from './plan/prompts/request-contents.ts';
export { parseSharedPrefix } from './plan/prompts/shared-prefix.ts';
export { parseServiceLevel, type ServiceLevel } from './plan/service-level.ts';
export { stageId, stagePlace } from './plan/stage-id.ts';
export { storedDeployment } from './plan/stored-deployment.ts';
export { objectivesOf } from './plan/thresholds/objectives-of.ts';
export { parseObjective } from './plan/thresholds/parse-objective.ts';
export { parseSlo } from './plan/thresholds/parse-slo.ts';
export { parseThresholds } from './plan/thresholds/parse-thresholds.ts';
export type { SloTerm, Threshold } from './plan/thresholds/threshold.ts';
export type { ThresholdOutcome } from './plan/thresholds/threshold-outcome.ts';
export { parseWarmup } from './plan/warmup.ts';
export { type FileFacts, traceFormats, type WorkloadFile } from './plan/workload-file.ts';
export {
  type Comparison,
  type ComparisonReason,
  comparisonReasons,
  comparisonSchema,
  type IntervalBasis,
  intervalBases,
} from './result/analysis/comparison-schema.ts';
export {
  type CautionCode,
  cautionCodes,
  type Evidence,
  type Finding,
  type Severity,
  type StatementCode,
  severities,
  statementCodes,
} from './result/analysis/finding-schema.ts';
export {
  type DecidingCell,
  type Doubt,
  doubts,
  type JudgementReason,
  judgementReasons,
  type Recommendation,
  type Score,
  type ScoreCategory,
  type ScorePartName,
  type ScoreReason,
  scoreCategories,
  scorePartNames,
  scoreReasons,
  type Tip,
  type TipCode,
  tipCodes,
  type UseCase,
  useCases,
} from './result/analysis/judgement-schema.ts';
export {
  type ParityCode,
  type ParityDifference,
  type ParitySide,
  parityCodes,
} from './result/analysis/parity-schema.ts';
export {
  type LimitReason,
  type LoadLimit,
  limitReasons,
  loadLimitReasons,
  type PhysicalLimit,
} from './result/analysis/physical-limit-schema.ts';
export {
  type Crossover,
  crossoverReasons,
  type Scaling,
  type ScalingPoint,
  type ScalingReason,
  scalingReasons,
} from './result/analysis/scaling-schema.ts';
export type { Capacity } from './result/capacity-schema.ts';
export type {
  FoundProblem,
  ResultDeployment,
  ResultProblem,
  TargetFailure,
} from './result/deployment-schema.ts';
export { describeDistribution } from './result/describe-distribution.ts';
export type {
  Distribution,
  Distributions,
  Figure,
  LatencyName,
  Metrics,
} from './result/figure-schema.ts';
export { declared, derived, measured, unknown } from './result/figures.ts';
export {
  type GpuDevice,
  type GpuView,
  gpuViewSchema,
  type Throttled,
  type ThrottleReason,
  throttleReasonNames,
} from './result/gpu-schema.ts';
export type { StageLoad } from './result/load-schema.ts';
export {
  type MemoryOwner,
  type MemoryPhase,
  type MemoryPhaseName,
  memoryPhaseNames,
  memoryPhasesSchema,
} from './result/memory-phases-schema.ts';
export { noAnalysis } from './result/no-analysis.ts';
export { type OwnResult, ownResult, parseOwnResult, readOwnResultFile } from './result/own-result.ts';
export { isOwnStage, type OwnStage, ownStages } from './result/own-stage.ts';
export { type PercentileName, percentileNames } from './result/percentile-names.ts';
export type { Quality, QualityCode, QualityRating, QualityReason } from './result/quality-schema.ts';
export { parseResult, readResultFile } from './result/read-result.ts';
export { RequestRecordsWriter } from './result/request-records-writer.ts';
export {
  type Environment,
  type Result,
  resultSchema,
  type Target,
} from './result/result-file.ts';
export { resultSchemaName } from './result/result-schema-name.ts';
export { checkOutputPath, writeResultFile } from './result/result-writer.ts';
export {
  type RecordedSeries,
  type SeriesSubject,
  sampleSeriesSchema,
} from './result/sample-series-schema.ts';
export type { SampleGap, SampleSpread } from './result/sample-spread-schema.ts';
export type { ModelShape, Software } from './result/software-schema.ts';
export {
  type Claim,
  claimSchema,
  type DocumentCommand,
  type ResultSource,
} from './result/source-schema.ts';
export type { Excerpt, Stage, Trust } from './result/stage-schema.ts';
export { upgradeResult } from './result/upgrade-result.ts';
export { assembleResult } from './run/assemble-result.ts';
export type { BenchmarkEvents, BenchmarkOrder, RunningBenchmark } from './run/benchmark-order.ts';
export { type DiscoveredTarget, discoverTarget, type TargetRequest } from './run/discover-target.ts';
export { endedStage } from './run/ended-stage.ts';
export type { ProgressField } from './run/load-worker-protocol.ts';
export { runBenchmark } from './run/run-benchmark.ts';
export type { EndedStage, LiveProgress, RunEvent, StageFigures, StagePhase } from './run/run-event.ts';
export { fixedStages, type StagePlanner } from './run/stage-planner.ts';
export { expectedSeconds } from './schedule/expected-seconds.ts';
export { requiredSamples } from './statistics/required-samples.ts';
export { type ErrorClass, errorClasses } from './transport/error-class.ts';
export { parseTargetUrl } from './transport/parse-target-url.ts';
export { readCertificates } from './transport/read-certificates.ts';
export { type TargetTls, usualTrust } from './transport/target-address.ts';
export { readCount } from './units/read-count.ts';
export { durationUnits, readDuration } from './units/read-duration.ts';
export type { ReadQuantity } from './units/read-quantity.ts';
export { readSize } from './units/read-size.ts';
export { type Micros, micros } from './units/units.ts';
export { readDatasetFile } from './workload/datasets/read-dataset-file.ts';
export { readLengthsFile } from './workload/datasets/read-lengths-file.ts';
export { readWorkloadFiles } from './workload/read-workload-files.ts';
export { readTraceFile } from './workload/traces/read-trace-file.ts';
export { noFiles, type WorkloadFiles } from './workload/workload-files.ts';
