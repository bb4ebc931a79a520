import { type KneepointError, usageError } from '../../errors/kneepoint-error.ts';
import type { PlannedStage } from '../../plan/planned-stage.ts';
import type { RequestObjective } from '../../plan/request-limits.ts';
import { printThreshold } from '../../plan/thresholds/print-threshold.ts';
import { sloPresets } from '../../plan/thresholds/slo-presets.ts';
import type { Measure, Threshold } from '../../plan/thresholds/threshold.ts';
import {
  isPercentile,
  percentileShares,
  scheduledLatencies,
} from '../../plan/thresholds/threshold-metrics.ts';
import { certifiableSamples } from '../../statistics/certified-rank.ts';
import { requiredSamples } from '../../statistics/required-samples.ts';
import { selectedStages } from './selected-stages.ts';
import { unmatchedText } from './unmatched-text.ts';

/** Why a threshold cannot be met by this plan, whatever the server does. */
export type ThresholdProblem = { readonly text: string; readonly problem: string };

/**
 * Looks before a run for thresholds that no run of these stages can meet: about no stage, about a figure that the load
 * does not have, about a percentile that the planned requests are too few for, or given twice.
 */
export function checkThresholds(
  thresholds: readonly Threshold[],
  stages: readonly PlannedStage[],
): readonly ThresholdProblem[] {
  const printed = thresholds.map(printThreshold);
  return thresholds.flatMap((threshold, index) => {
    const selected = selectedStages(threshold, stages);
    const found =
      selected.length === 0
        ? [unmatchedText(threshold, stages)]
        : [withoutSchedule(threshold.measure, selected), tooFewRequests(threshold.measure, selected)];
    const isRepeated = printed.indexOf(printed[index] ?? '') !== index;
    return [...found, isRepeated ? 'it is given twice' : null]
      .filter((problem) => problem !== null)
      .map((problem) => ({ text: threshold.text, problem }));
  });
}

/** One usage error (exit code 2) with a line for each problem; `null` where there is none. */
export function thresholdsError(problems: readonly ThresholdProblem[]): KneepointError | null {
  if (problems.length === 0) return null;
  const lines = problems.map(({ text, problem }) => `${JSON.stringify(text)}: ${problem}`);
  return usageError('threshold-unmeetable', lines.join('\n'), 'correct the thresholds; nothing was measured');
}

function withoutSchedule(measure: Measure, stages: readonly PlannedStage[]): string | null {
  const latency = latenciesOf(measure).find((name) => scheduledLatencies.includes(name));
  const closed = stages.find((stage) => stage.load.loop === 'closed');
  if (latency === undefined || closed === undefined) return null;
  return `${latency} counts from the schedule of an open loop, and ${closed.id} is a closed loop; select stages with suite(rate) or rate(...)`;
}

function latenciesOf(measure: Measure): readonly string[] {
  // A preset's limit from the schedule is for the loads that have one.
  if (measure.kind === 'goodput' && isPreset(measure.objective)) return [];
  if (measure.kind === 'goodput') return measure.objective.limits.map((limit) => limit.latency);
  return measure.kind === 'latency' || measure.kind === 'certified' ? [measure.latency] : [];
}

const isPreset = (objective: RequestObjective): boolean =>
  sloPresets.some((preset) => preset.objective === objective);

function tooFewRequests(measure: Measure, stages: readonly PlannedStage[]): string | null {
  const needed = samplesFor(measure);
  const smallest = stages
    .flatMap(({ id, stop }) => (stop.kind === 'requests' ? [{ id, count: stop.count }] : []))
    .toSorted((left, right) => left.count - right.count)[0];
  if (needed === null || smallest === undefined || smallest.count >= needed.samples) return null;
  return `${needed.what} takes at least ${needed.samples} requests, and ${smallest.id} has ${smallest.count}`;
}

/** Samples that a percentile takes; `null` where a request gives many, or one number is enough. */
function samplesFor(measure: Measure): { readonly what: string; readonly samples: number } | null {
  if (measure.kind !== 'latency' && measure.kind !== 'certified') return null;
  if (measure.latency === 'chunkGap' || measure.latency === 'tokenGap') return null;
  if (measure.kind === 'certified')
    return {
      what: `a certified ${measure.percentile}`,
      samples: certifiableSamples(percentileShares[measure.percentile]),
    };
  const { statistic } = measure;
  if (!isPercentile(statistic)) return null;
  return { what: statistic, samples: requiredSamples(percentileShares[statistic]) };
}
