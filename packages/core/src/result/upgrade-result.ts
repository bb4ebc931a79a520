import { noAnalysis } from './no-analysis.ts';
import { upgradeComparison } from './upgrade-comparison.ts';

type Fields = Record<string, unknown>;

/**
 * Brings a result of an earlier Kneepoint to today's shape: what was not recorded then is unknown, and what could not happen
 * then did not. Anything else is left as it is, for the schema to judge.
 */
export function upgradeResult(value: unknown): unknown {
  if (!isFields(value) || !Array.isArray(value['stages'])) return value;
  return {
    thresholds: [],
    knownProblems: [],
    samples: [],
    source: { kind: 'measured' },
    ...value,
    failures: listOf(value['failures']).map(upgradeFailure),
    analysis: upgradeAnalysis(value['analysis']),
    environment: upgradeEnvironment(value['environment']),
    targets: listOf(value['targets']).map((target) => upgraded(target, earlierTarget)),
    stages: value['stages'].map(upgradeStage),
  };
}

function upgradeAnalysis(analysis: unknown): unknown {
  if (!isFields(analysis)) return analysis;
  const comparisons = listOf(analysis['comparisons']).map(upgradeComparison);
  return { ...noAnalysis, ...analysis, comparisons };
}

function upgradeStage(stage: unknown): unknown {
  if (!isFields(stage)) return stage;
  const generator = upgraded(stage['generator'], earlierGenerator);
  if ('prompts' in stage) return { gpu: null, quality: null, ...stage, generator };
  return {
    gpu: null,
    quality: null,
    ...stage,
    generator,
    load: upgradeLoad(stage['load']),
    prompts: earlierPrompts(stage),
    warmup: upgraded(stage['warmup'], { kind: 'requests', steady: null, errors: [] }),
    // There was no cap that held arrivals back.
    counts: upgraded(stage['counts'], { late: 0 }),
    goodput: [],
    classes: [],
    lengths: { input: unknownLengths, output: unknownLengths },
    // Its view had another shape, and less in it.
    server: null,
    crossCheck: [],
    series: [],
  };
}

/** Texts of problems had two languages, and nothing said how much they weigh. */
function upgradeFailure(failure: unknown): unknown {
  if (!isFields(failure)) return failure;
  const problems = listOf(failure['problems']).map((problem) =>
    isFields(problem)
      ? {
          ...{ weight: 'error', signs: [], commands: [] },
          ...problem,
          text: upgraded(problem['text'], { zh: null }),
        }
      : problem,
  );
  return { ...failure, problems };
}

function upgradeEnvironment(environment: unknown): unknown {
  if (!isFields(environment)) return environment;
  const gpus = listOf(environment['gpus']).map((gpu) =>
    upgraded(gpu, { cuda: null, computeCapability: null }),
  );
  return { docker: null, python: null, limits: { cores: null, memory: null }, ...environment, gpus };
}

const earlierTarget = {
  memoryPhases: [],
  deployment: null,
  startup: null,
  software: null,
  modelShape: null,
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function upgradeLoad(load: unknown): unknown {
  if (!isFields(load)) return load;
  if (load['loop'] === 'closed') return { thinkTime: null, ...load };
  const { requestsPerSecond, arrivals } = load;
  if (typeof arrivals !== 'string') return load;
  return { ...load, arrivals: { kind: arrivals, requestsPerSecond }, maxInFlight: 20_000, atCap: 'drop' };
}

/** The lengths asked for stood in the plan alone. */
const earlierPrompts = (stage: Fields): Fields => ({
  kind: stage['suite'] === 'languages' ? 'language' : 'generated',
  source: null,
  format: null,
  salted: true,
  sharedPrefix: null,
  inputTokens: null,
  outputTokens: null,
  skippedLines: 0,
});

const unknownLengths = { unit: 'tokens', count: 0, mean: null, min: null, p50: null, p95: null, max: null };
const earlierGenerator = {
  readWaitP99: null,
  firstTokenWait: null,
  pauses: null,
  eventsPerSecond: null,
  hostCpuShare: null,
  processCpuShare: null,
  ceilingEventsPerSecond: null,
  connectionWaits: null,
  estimatedPrompts: null,
};

const upgraded = (value: unknown, missing: Fields): unknown =>
  isFields(value) ? { ...missing, ...value } : value;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
