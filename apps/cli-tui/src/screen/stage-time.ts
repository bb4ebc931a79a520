import {
  expectedNumber,
  expectedSeconds,
  type PlannedStage,
  type ProgressField,
  type WarmupLimit,
} from '@kneepoint/core';

/** A stage and its totals so far. */
export type StageTotals = {
  readonly stage: PlannedStage;
  readonly read: (field: ProgressField) => number;
};

/** An instant of a stage, in seconds since it started. */
export type StageInstant = {
  readonly elapsedSeconds: number;
  /** When the warm-up was over; `null` while it lasts. */
  readonly measuringSinceSeconds: number | null;
};

/** How far a stage is: `done` from 0 to 1. */
export type StageTime =
  | { readonly kind: 'warming-up' }
  /** `seconds` are planned, or worked out from what is done so far. */
  | { readonly kind: 'time-left'; readonly done: number; readonly seconds: number; readonly planned: boolean }
  /** Too little is done to say more. */
  | { readonly kind: 'beginning'; readonly done: number }
  /** A replayed trace goes by its requests: only its file knows its time. */
  | { readonly kind: 'sending'; readonly done: number; readonly sent: number; readonly total: number }
  /** Everything was sent; answers are still in flight. */
  | { readonly kind: 'answers-left'; readonly done: 1; readonly inFlight: number };

/** How far a stage is, with the time left where it can be known. */
export function stageTime(totals: StageTotals, instant: StageInstant): StageTime {
  const since = instant.measuringSinceSeconds;
  if (since === null) return { kind: 'warming-up' };
  const { stop, load } = totals.stage;
  if (stop.kind === 'requests' && load.loop === 'closed') return countedTime(totals, stop.count, instant);
  const planned = plannedSeconds(totals.stage);
  if (planned === null) return replayedTime(totals);
  const measured = instant.elapsedSeconds - since;
  if (measured < planned)
    return { kind: 'time-left', done: measured / planned, seconds: planned - measured, planned: true };
  return { kind: 'answers-left', done: 1, inFlight: totals.read('inFlight') };
}

/**
 * When the warm-up was over, judged by what has ended and by the clock; `null` while it lasts. A steady warm-up ends
 * when the load says so, which the clock cannot know: its longest time is shown.
 */
export function warmupEnd({ stage, read }: StageTotals, elapsedSeconds: number): number | null {
  const { warmup, load } = stage;
  if (warmup.kind !== 'requests') return elapsedSeconds >= warmup.micros / 1e6 ? warmup.micros / 1e6 : null;
  if (warmup.count === 0) return 0;
  if (load.loop === 'open') {
    const seconds = expectedSeconds(load.arrivals, warmup.count) ?? 0;
    return elapsedSeconds >= seconds ? seconds : null;
  }
  return read('completed') + read('failed') >= warmup.count ? elapsedSeconds : null;
}

/**
 * How long a stage measures whose end is a time, or a number of arrivals; 0 for users with a number of requests, whose
 * time is the server's affair, and `null` where only a trace's file says it.
 */
function plannedSeconds({ stop, warmup, load }: PlannedStage): number | null {
  if (stop.kind === 'duration') return stop.micros / 1e6;
  if (load.loop === 'closed') return 0;
  const before = countOf(warmup);
  const end = expectedSeconds(load.arrivals, before + stop.count);
  return end === null ? null : end - (expectedSeconds(load.arrivals, before) ?? 0);
}

/** How long a stage takes by its plan alone, warm-up included; `null` where the plan does not say. */
export function plannedStageSeconds(stage: PlannedStage): number | null {
  const { stop, warmup, load } = stage;
  if (stop.kind === 'requests' && load.loop === 'closed') return null;
  const measured = plannedSeconds(stage);
  if (measured === null) return null;
  if (warmup.kind === 'duration') return measured + warmup.micros / 1e6;
  if (warmup.kind === 'steady') return null;
  if (warmup.count === 0) return measured;
  if (load.loop === 'closed') return null;
  const before = expectedSeconds(load.arrivals, warmup.count);
  return before === null ? null : measured + before;
}

function replayedTime({ stage, read }: StageTotals): StageTime {
  const total = countOf(stage.stop) + countOf(stage.warmup);
  const sent = Math.min(total, read('dispatched'));
  if (sent < total) return { kind: 'sending', done: sent / total, sent, total };
  return { kind: 'answers-left', done: 1, inFlight: read('inFlight') };
}

const countOf = (limit: WarmupLimit): number => (limit.kind === 'requests' ? limit.count : 0);

/** A counted stage: the share of its requests or, while none has ended, of their tokens. */
function countedTime(
  { stage, read }: StageTotals,
  count: number,
  { elapsedSeconds }: StageInstant,
): StageTime {
  const total = count + countOf(stage.warmup);
  const ended = (read('completed') + read('failed')) / total;
  const tokens = Math.max(read('tokens'), read('events')) / (total * expectedNumber(stage.outputTokens));
  const done = Math.min(1, Math.max(ended, tokens));
  if (done < 0.02) return { kind: 'beginning', done };
  return { kind: 'time-left', done, seconds: elapsedSeconds / done - elapsedSeconds, planned: false };
}
