import type { LiveProgress, StagePhase } from '@kneepoint/core';
import { stageTime } from '../screen/stage-time.ts';
import { countsSince } from './coarse-counts.ts';
import { liveLatency } from './live-latency.ts';
import type { LiveRun, LiveStage, LiveWindow } from './live-run.ts';
import { liveTrust } from './live-trust.ts';
import type { RunState } from './run-state.ts';
import { windowStart } from './stage-snapshots.ts';
import type { StageTrack } from './stage-track.ts';
import { planSecondsLeft } from './time-left.ts';

/** Rates are those of so many seconds: tokens come by the hundred, answers one by one. */
const tokenRateSeconds = 2;
const requestRateSeconds = 10;

/** The run as a screen draws it at an instant, milliseconds since the epoch. Made on the screen's tick, never per event. */
export function pictureOf(state: RunState, now: number, window: LiveWindow): LiveRun {
  const { words: _, track, ...run } = state;
  const stage = track === null ? null : stagePicture(track, now, window);
  return {
    ...run,
    now,
    stage,
    secondsLeft: planSecondsLeft(state, stage),
    window,
  };
}

function stagePicture(track: StageTrack, now: number, window: LiveWindow): LiveStage {
  const { stage, position, startedAt, progress, snapshots, rates } = track;
  const elapsedSeconds = Math.max(0, (now - startedAt) / 1000);
  const newest = snapshots.at(-1);
  const start = window === null ? track.measuredFrom : (windowStart(snapshots, window) ?? track.measuredFrom);
  const windowed = (name: 'ttft' | 'tokenGap') =>
    liveLatency(countsSince(newest?.latencies[name] ?? [], start.latencies[name]));
  const { load } = stage;
  return {
    stage,
    position,
    elapsedSeconds,
    phase: progress?.phase ?? firstPhase(track),
    ...timeOf(track, elapsedSeconds),
    inFlight: progress?.fields.inFlight ?? 0,
    plannedInFlight: load.loop === 'closed' && load.thinkTime === null ? load.users : null,
    completed: progress?.fields.completed ?? 0,
    failed: progress?.fields.failed ?? 0,
    tokensPerSecond: rateOver(track, 'tokens', tokenRateSeconds),
    rates: rates.rates,
    requestsPerSecond: rateOver(track, 'completed', requestRateSeconds),
    ttft: windowed('ttft'),
    tokenGap: windowed('tokenGap'),
    errors: progress === null ? [] : errorsOf(progress),
    ...trustOf(track),
  };
}

const firstPhase = ({ stage: { warmup } }: StageTrack): StagePhase =>
  warmup.kind === 'requests' && warmup.count === 0 ? 'measuring' : 'warmup';

function timeOf(track: StageTrack, elapsedSeconds: number): Pick<LiveStage, 'done' | 'secondsLeft'> {
  const { stage, progress, measuringSinceSeconds } = track;
  const time = stageTime(
    { stage, read: (field) => progress?.fields[field] ?? 0 },
    { elapsedSeconds, measuringSinceSeconds },
  );
  return {
    done: time.kind === 'warming-up' ? null : time.done,
    secondsLeft: time.kind === 'time-left' ? time.seconds : time.kind === 'answers-left' ? 0 : null,
  };
}

/** Per second, over the last seconds of which totals are known. */
function rateOver({ snapshots }: StageTrack, what: 'tokens' | 'completed', seconds: number): number {
  const newest = snapshots.at(-1);
  const start = windowStart(snapshots, seconds);
  if (newest === undefined || start === null || newest.at <= start.at) return 0;
  return ((newest[what] - start[what]) * 1000) / (newest.at - start.at);
}

function trustOf(track: StageTrack): Pick<LiveStage, 'verdict' | 'doubts'> {
  const { stage, progress, measuredFrom, snapshots, measuringSinceSeconds, startedAt } = track;
  const newest = snapshots.at(-1);
  if (progress === null || newest === undefined) return { verdict: 'too-early', doubts: [] };
  const measured = (newest.at - startedAt) / 1000 - (measuringSinceSeconds ?? 0);
  return liveTrust({
    stage,
    progress,
    measuredSeconds: measuringSinceSeconds === null ? 0 : measured,
    measuredCompleted: progress.fields.completed - measuredFrom.completed,
    ttft: countsSince(newest.latencies.ttft, measuredFrom.latencies.ttft),
    startLag: countsSince(newest.latencies.startLag, measuredFrom.latencies.startLag),
  });
}

const errorsOf = ({ errors }: LiveProgress): LiveStage['errors'] =>
  Object.entries(errors)
    .map(([name, count]) => ({ class: name, count: count ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => right.count - left.count);
