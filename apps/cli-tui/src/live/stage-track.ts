import type { LiveProgress, PlannedStage } from '@kneepoint/core';
import { warmupEnd } from '../screen/stage-time.ts';
import { type RateHistory, startRates, withTotal } from './rate-history.ts';
import { emptySnapshot, type StageSnapshot, withSnapshot } from './stage-snapshots.ts';

/** What is kept of the stage that runs. */
export type StageTrack = {
  readonly stage: PlannedStage;
  /** Of all stages, from 0. */
  readonly position: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Seconds from the start to the end of the warm-up; `null` while it lasts. */
  readonly measuringSinceSeconds: number | null;
  /** The totals at the end of the warm-up, or at the start: what was counted since is what is measured. */
  readonly measuredFrom: StageSnapshot;
  /** `null` before the first totals came. */
  readonly progress: LiveProgress | null;
  readonly snapshots: readonly StageSnapshot[];
  readonly rates: RateHistory;
};

/** A stage that has just started. */
export function startTrack(stage: PlannedStage, position: number, startedAt: number): StageTrack {
  const first = emptySnapshot(startedAt);
  return {
    stage,
    position,
    startedAt,
    measuringSinceSeconds: null,
    measuredFrom: first,
    progress: null,
    snapshots: [first],
    rates: startRates(startedAt),
  };
}

/** The stage with new totals. A clock that was set back stands still until it has caught up. */
export function trackProgress(track: StageTrack, progress: LiveProgress, instant: number): StageTrack {
  const at = Math.max(instant, track.snapshots.at(-1)?.at ?? instant);
  const snapshot = {
    at,
    tokens: tokensOf(progress),
    completed: progress.fields.completed,
    latencies: progress.latencies,
  };
  const isOver = track.measuringSinceSeconds === null && progress.phase !== 'warmup';
  return {
    ...track,
    ...(isOver ? warmedUp(track, progress, snapshot) : {}),
    progress,
    snapshots: withSnapshot(track.snapshots, snapshot),
    rates: withTotal(track.rates, at, snapshot.tokens),
  };
}

/** Where no totals of the warm-up were seen, what is measured is counted from the start. */
function warmedUp(
  track: StageTrack,
  { fields }: LiveProgress,
  snapshot: StageSnapshot,
): Pick<StageTrack, 'measuringSinceSeconds' | 'measuredFrom'> {
  const elapsed = (snapshot.at - track.startedAt) / 1000;
  const since = warmupEnd({ stage: track.stage, read: (field) => fields[field] }, elapsed);
  return {
    measuringSinceSeconds: since ?? elapsed,
    measuredFrom: track.progress === null ? track.measuredFrom : snapshot,
  };
}

/** Tokens are known when an answer has ended; until then events stand for them. */
export const tokensOf = ({ fields }: LiveProgress): number => Math.max(fields.tokens, fields.events);
