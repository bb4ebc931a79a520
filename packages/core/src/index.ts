export { assertNever } from './errors/assert-never.ts';
export { type ExitCode, exitCodes, KneepointError, type KneepointErrorDetails, usageError } from './errors/kneepoint-error.ts';
export { nearestName } from './errors/nearest-name.ts';
export {
  type Distribution,
  type Distributions,
  type Figure,
  type LatencyName,
  type Metrics,
  type PercentileName,
  percentileNames,
} from './result/figure-schema.ts';
export { type Comparison, type Environment, type Result, resultSchema, resultSchemaName, type Target } from './result/result-file.ts';
export { type Excerpt, type Stage, type StageLoad, type Trust } from './result/stage-schema.ts';
export { type ErrorClass, errorClasses } from './transport/error-class.ts';
