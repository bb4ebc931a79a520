import { z } from 'zod';
import { dialectNames } from '../plan/dialect-name.ts';
import { thresholdOutcomeSchema } from '../plan/thresholds/threshold-outcome.ts';
import { comparisonSchema } from './analysis/comparison-schema.ts';
import { findingSchema } from './analysis/finding-schema.ts';
import { recommendationSchema, scoreSchema, tipSchema } from './analysis/judgement-schema.ts';
import { parityDifferenceSchema } from './analysis/parity-schema.ts';
import { loadLimitSchema, physicalLimitSchema } from './analysis/physical-limit-schema.ts';
import { crossoverSchema, scalingSchema } from './analysis/scaling-schema.ts';
import { capacitySchema } from './capacity-schema.ts';
import {
  deploymentSchema,
  knownProblemSchema,
  startupFiguresSchema,
  targetFailureSchema,
} from './deployment-schema.ts';
import { figureSchema } from './figure-schema.ts';
import { memoryPhasesSchema } from './memory-phases-schema.ts';
import { resultSchemaName } from './result-schema-name.ts';
import { sampleSeriesSchema } from './sample-series-schema.ts';
import { modelShapeSchema, softwareSchema } from './software-schema.ts';
import { sourceSchema } from './source-schema.ts';
import { stageSchema } from './stage-schema.ts';

const nullableText = z.string().nullable();

export const environmentSchema = z.strictObject({
  host: nullableText,
  os: nullableText,
  kernel: nullableText,
  cpu: z.strictObject({ model: z.string(), cores: z.number().int().positive() }).nullable(),
  memory: z.strictObject({ unit: z.literal('bytes'), total: z.number().positive() }).nullable(),
  gpus: z.array(
    z.strictObject({
      name: z.string(),
      memory: z.number().nullable(),
      driver: nullableText,
      cuda: nullableText,
      computeCapability: nullableText,
    }),
  ),
  /** Version of the container engine. */
  docker: nullableText,
  /** Version of the Python that the servers run on, where it is one for all. */
  python: nullableText,
  /** What this process and what it starts may use of the host: cores, and bytes of memory; `null` without a limit. */
  limits: z.strictObject({
    cores: z.number().positive().nullable(),
    memory: z.number().positive().nullable(),
  }),
  /** Why a list or fact above is empty, by its name. */
  reasons: z.record(z.string(), z.string()),
});
export type Environment = z.infer<typeof environmentSchema>;

/** A target as it was found by asking it. `simulated` says plainly that the target is the simulated server. */
export const targetSchema = z.strictObject({
  name: z.string(),
  engine: z.enum(['vllm', 'sglang', 'other']),
  simulated: z.boolean(),
  version: nullableText,
  api: z.enum(dialectNames).nullable(),
  url: nullableText,
  model: nullableText,
  maxModelLength: z.number().int().positive().nullable(),
  serverConfig: z.record(z.string(), z.unknown()).nullable(),
  /** Start to first healthy answer, seconds in `value`; declared by the simulated server, measured when Kneepoint deploys. */
  initTime: figureSchema,
  memory: z.strictObject({
    empty: figureSchema,
    loaded: figureSchema,
    inference: figureSchema,
    peak: figureSchema,
  }),
  /** Every phase of its memory that was sampled; empty where nobody watched. */
  memoryPhases: memoryPhasesSchema,
  /** How Kneepoint started it; `null` for a server that already ran. */
  deployment: deploymentSchema.nullable(),
  startup: startupFiguresSchema.nullable(),
  /** What a server that Kneepoint started runs on; `null` for others. */
  software: softwareSchema.nullable(),
  /** The model's shape where its files are on the serving host; `null` where nobody looked. */
  modelShape: modelShapeSchema.nullable(),
  notes: z.array(z.string()),
});
export type Target = z.infer<typeof targetSchema>;

export const exitSchema = z.strictObject({ code: z.number().int(), reason: z.string() });

/** The result file, `kneepoint.result/1`. */
export const resultSchema = z.strictObject({
  schema: z.literal(resultSchemaName),
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  tool: z.strictObject({ version: z.string(), node: z.string(), commit: nullableText }),
  /** Where the figures come from. */
  source: sourceSchema,
  command: z.string(),
  plan: z.unknown(),
  seed: nullableText,
  /** The random salt of this run, mixed into every prompt so that no earlier run's cache can help. */
  salt: nullableText,
  environment: environmentSchema,
  targets: z.array(targetSchema),
  /** Targets that could not be measured, with what is known of the reason. */
  failures: z.array(targetFailureSchema),
  /** Known problems that apply to this host, its GPUs and drivers, or to an engine's version and settings. */
  knownProblems: z.array(knownProblemSchema),
  stages: z.array(stageSchema),
  /** Memory, power and load of the serving host over the whole run. */
  samples: z.array(sampleSeriesSchema),
  /** The file beside this one with a line per request, `null` when none was asked for. */
  requests: z.strictObject({ file: nullableText, count: z.number().int().nonnegative() }),
  analysis: z.strictObject({
    comparisons: z.array(comparisonSchema),
    /** What a search for the capacity found; `null` for a run that was none. */
    capacity: capacitySchema.nullable(),
    /** How each target grows with users. */
    scaling: z.array(scalingSchema),
    crossovers: z.array(crossoverSchema),
    /** What the hardware allows, and the share of it that was reached. */
    physicalLimits: z.array(physicalLimitSchema),
    /** What broke first. */
    loadLimits: z.array(loadLimitSchema),
    /** Differences between the targets that could favour one side. */
    parity: z.array(parityDifferenceSchema),
    /** What the summary says, weightiest first. */
    findings: z.array(findingSchema),
    recommendations: z.array(recommendationSchema),
    /** What could be set better, each with its evidence. */
    tips: z.array(tipSchema),
    scorecard: z.array(scoreSchema),
  }),
  /** What the run was to meet, and whether it did. */
  thresholds: z.array(thresholdOutcomeSchema),
  exit: exitSchema.nullable(),
});
export type Result = z.infer<typeof resultSchema>;
