import type { StopReason } from '../load/stage-load.ts';
import type { StageMeasurement } from '../measurement/stage-measurement.ts';
import type { PlannedStage } from '../plan/planned-stage.ts';
import { describeDistributions, describeMetrics } from './describe-metrics.ts';
import {
  describeClasses,
  describeGoodput,
  describeLengths,
  describeLoad,
  describePrompts,
  type LoadFacts,
} from './describe-stage-parts.ts';
import type { GeneratorHealth } from './generator-schema.ts';
import type { OwnStage } from './own-stage.ts';
import { skippedReason } from './skipped-stage.ts';
import type { Excerpt, ServerView, Stage, StageSeries } from './stage-schema.ts';

/** What a stage's entry is made of. */
export type StageParts = {
  readonly planned: PlannedStage;
  readonly startedAt: string;
  readonly measurement: StageMeasurement;
  readonly reason: StopReason;
  readonly generator: GeneratorHealth;
  readonly server: ServerView | null;
  readonly prompts: readonly string[];
  readonly load: LoadFacts;
  /** Whether a warm-up of kind `steady` ended because the stage was steady. */
  readonly steady: boolean | null;
  readonly series: StageSeries;
  /** Lines of the stage's files that were left out. */
  readonly skippedLines: number;
};

/** A stage's entry in the result file, but for what `analysis` makes of it. */
export type MeasuredStageEntry = Omit<OwnStage, 'trust' | 'crossCheck'>;

export function buildStage(parts: StageParts): MeasuredStageEntry {
  const { planned, measurement } = parts;
  const openLoop = planned.load.loop === 'open';
  const missingReason = windowReason(parts) ?? 'no measurement window';
  const windowDuration = spanOf(measurement.windowOpen, measurement.windowClose);
  return {
    id: planned.id,
    target: planned.target,
    suite: planned.suite,
    repeat: planned.repeat,
    language: planned.language,
    status: statusOf(parts),
    statusReason: statusReason(parts),
    load: describeLoad(planned, parts.load),
    prompts: describePrompts(planned, parts.skippedLines),
    startedAt: parts.startedAt,
    window: {
      start: roundOrNull(measurement.windowOpen),
      end: roundOrNull(measurement.windowClose),
      reason: windowReason(parts),
      whole: { start: Math.round(measurement.wholeStart), end: Math.round(measurement.wholeEnd) },
    },
    warmup: {
      kind: planned.warmup.kind,
      requests: measurement.warmup.requests,
      duration: Math.round(measurement.warmup.duration),
      steady: parts.steady,
      errors: measurement.warmup.errors.map((error) => ({ ...error })),
    },
    counts: measurement.counts,
    windowCounts: { completed: measurement.window.tally.completed, failed: measurement.window.tally.failed },
    errors: measurement.errors.map((error) => ({ ...error })),
    metrics: describeMetrics({
      ...measurement.window,
      durationMicros: windowDuration,
      openLoop,
      missingReason,
    }),
    whole: {
      metrics: describeMetrics({
        ...measurement.whole,
        durationMicros: measurement.wholeEnd - measurement.wholeStart,
        openLoop,
        missingReason: 'no request was measured',
      }),
    },
    cold: {
      count: measurement.cold.count,
      metrics: describeDistributions(measurement.cold.latencies, () => 'no cold request'),
    },
    goodput: describeGoodput(measurement.goodput, windowDuration, missingReason),
    classes: describeClasses(measurement),
    lengths: {
      input: describeLengths(measurement.lengths.input),
      output: describeLengths(measurement.lengths.output),
    },
    tokens: describeTokens(measurement),
    finishReasons: { ...measurement.finishReasons },
    generator: parts.generator,
    server: parts.server,
    // The serving host's probes fill it in.
    gpu: null,
    series: parts.series,
    excerpts: excerptsOf(parts),
    // Judged from whole texts, of which the entry has the first ones only.
    quality: null,
  };
}

function statusOf({ measurement, reason }: StageParts): Stage['status'] {
  // Too much load is an answer about the level, not a target that fails.
  if (reason === 'interrupted' || reason === 'skipped' || reason === 'over-saturated') return 'partial';
  if (measurement.counts.completed === 0) return 'failed';
  return reason === 'finished' ? 'completed' : 'partial';
}

function statusReason({ measurement, reason }: StageParts): string | null {
  const first = measurement.errors[0] ?? measurement.warmup.errors[0];
  const said = first === undefined ? '' : `: ${first.class} ${first.detail}`;
  switch (reason) {
    case 'finished':
      return measurement.counts.completed === 0 ? `no request completed${said}` : null;
    case 'interrupted':
      return 'interrupted';
    case 'skipped':
      return skippedReason;
    case 'over-saturated':
      return 'over-saturated: the queue only grew, so the level was stopped early';
    case 'every-request-failed':
      return `every request failed${said}`;
    case 'target-unreachable':
      return `the target could not be reached any more${said}`;
  }
}

function windowReason({ measurement }: StageParts): string | null {
  if (measurement.windowOpen === null) return 'the window never opened: the stage ended in its warm-up';
  if (measurement.windowClose === null || measurement.windowClose <= measurement.windowOpen)
    return 'the window has no length';
  return null;
}

const spanOf = (start: number | null, end: number | null): number | null =>
  start === null || end === null || end <= start ? null : end - start;

const roundOrNull = (value: number | null): number | null => (value === null ? null : Math.round(value));

function describeTokens({ tokens }: StageMeasurement): OwnStage['tokens'] {
  const [only] = tokens.sources;
  const nothing = tokens.requestsWithOutput === 0;
  return {
    source: nothing ? 'unknown' : tokens.sources.length > 1 ? 'mixed' : (only ?? 'unknown'),
    input: tokens.requestsWithInput === 0 ? null : tokens.input,
    output: nothing ? null : tokens.output,
    reasoning: tokens.reasoning,
    cached: tokens.cached,
    events: tokens.events,
    requestsWithoutCount: tokens.requestsWithoutCount,
    unseen: tokens.unseen,
    reason:
      tokens.requestsWithoutCount > 0
        ? `the server sent no usage for ${tokens.requestsWithoutCount} answers; events are not tokens`
        : null,
  };
}

/** Answers that a reader gets to see. */
const excerptsPerStage = 2;
/** An answer longer than that is cut for the reader; a pair of surrogates is never parted. */
const excerptCharacters = 8000;

function excerptsOf({ measurement, planned, prompts }: StageParts): Excerpt[] {
  return measurement.keptAnswers.slice(0, excerptsPerStage).map((answer, position) => ({
    language: planned.language,
    prompt: prompts[position] ?? '',
    text: shortened(answer.text),
    outputTokens: answer.outputTokens,
    requestSpeed: answer.requestSpeed,
  }));
}

function shortened(text: string): string {
  if (text.length <= excerptCharacters) return text;
  return `${text.slice(0, excerptCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}
