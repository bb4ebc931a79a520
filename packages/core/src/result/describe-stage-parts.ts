import type { GoodputCount } from '../measurement/goodput-tally.ts';
import type { LatencyHistogram } from '../measurement/latency-histogram.ts';
import type { StageMeasurement } from '../measurement/stage-measurement.ts';
import type { NumberDistribution } from '../plan/number-distribution.ts';
import type { CapPolicy, PlannedStage } from '../plan/planned-stage.ts';
import { objectiveText } from '../plan/thresholds/objective-text.ts';
import { describeDistributions } from './describe-metrics.ts';
import type { TokenDistribution } from './figure-schema.ts';
import { derived, unknown } from './figures.ts';
import type { Goodput } from './goodput-schema.ts';
import type { DistributionPlan, StageLoad, StagePrompts } from './load-schema.ts';
import type { StageClass } from './stage-schema.ts';

/** What a run adds to a planned load: the mean rate of its arrivals, and the cap on requests in flight. */
export type LoadFacts = {
  readonly meanRate: number | null;
  readonly maxInFlight: number;
  readonly capPolicy: CapPolicy;
};

export function describeLoad({ load }: PlannedStage, facts: LoadFacts): StageLoad {
  if (load.loop === 'closed')
    return { loop: 'closed', users: load.users, thinkTime: planOrNull(load.thinkTime) };
  const { arrivals } = load;
  return {
    loop: 'open',
    requestsPerSecond: facts.meanRate,
    arrivals:
      arrivals.kind === 'steps'
        ? { ...arrivals, steps: arrivals.steps.map((step) => ({ ...step })) }
        : { ...arrivals },
    maxInFlight: facts.maxInFlight,
    atCap: facts.capPolicy,
  };
}

/** @param skippedLines lines of the prompts' file that were left out */
export function describePrompts(planned: PlannedStage, skippedLines: number): StagePrompts {
  const { prompts } = planned;
  const hasPrefix = prompts.kind === 'generated' || prompts.kind === 'conversation';
  return {
    kind: prompts.kind === 'listed' ? 'language' : prompts.kind,
    source: 'source' in prompts ? prompts.source : traceSource(planned),
    format: prompts.kind === 'dataset' ? prompts.format : null,
    salted: planned.salted,
    sharedPrefix: hasPrefix && prompts.sharedPrefix !== null ? { ...prompts.sharedPrefix } : null,
    inputTokens: planOrNull(planned.inputTokens),
    outputTokens: distributionPlan(planned.outputTokens),
    skippedLines,
  };
}

function traceSource({ load, prompts }: PlannedStage): string | null {
  const isTrace = prompts.kind === 'trace' && load.loop === 'open' && load.arrivals.kind === 'trace';
  return isTrace ? load.arrivals.source : null;
}

const planOrNull = (distribution: NumberDistribution | null): DistributionPlan | null =>
  distribution === null ? null : distributionPlan(distribution);

/** An empirical distribution is told by its file and how many values that has. */
function distributionPlan(distribution: NumberDistribution): DistributionPlan {
  if (distribution.kind !== 'empirical') return { ...distribution };
  return { kind: 'empirical', values: distribution.values.length, source: distribution.source };
}

/** @param windowMicros `null` where no window opened */
export function describeGoodput(
  counts: readonly GoodputCount[],
  windowMicros: number | null,
  missingReason: string,
): Goodput[] {
  return counts.map(({ objective, good, planned }) => ({
    objective: objectiveText(objective.limits),
    limits: objective.limits.map(({ latency, belowMicros }) => ({ latency, below: belowMicros })),
    good,
    planned,
    share:
      planned === 0
        ? unknown('share', 'no request was planned in the window')
        : derived('share', good / planned),
    requestsPerSecond:
      windowMicros === null ? unknown('req/s', missingReason) : derived('req/s', (good * 1e6) / windowMicros),
  }));
}

/** Classes that no completed request was of are left out. */
export function describeClasses({ classes }: StageMeasurement): StageClass[] {
  return classes
    .filter(({ completed }) => completed > 0)
    .map(({ name, completed, outputTokens, requestsWithOutput, latencies }) => ({
      name,
      completed,
      outputTokens: requestsWithOutput === 0 ? null : outputTokens,
      metrics: describeDistributions(latencies, () => 'not recorded by class, or unknown'),
    }));
}

export function describeLengths(histogram: LatencyHistogram): TokenDistribution {
  const known = histogram.count > 0;
  return {
    unit: 'tokens',
    count: histogram.count,
    mean: histogram.mean,
    min: known ? histogram.min : null,
    p50: histogram.valueAtQuantile(0.5),
    p95: histogram.valueAtQuantile(0.95),
    max: known ? histogram.max : null,
  };
}
