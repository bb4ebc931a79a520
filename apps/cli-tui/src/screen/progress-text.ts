import {
  expectedNumber,
  expectedSeconds,
  type PlannedStage,
  type ProgressField,
  type WarmupLimit,
} from '@kneepoint/core';
import { arrivalsLabel } from './arrivals-label.ts';

/** What is shown of a stage while it runs. */
export type StageProgress = {
  readonly stage: PlannedStage;
  /** Of all stages, from 0. */
  readonly position: number;
  /** `null` where nobody knows before how many there will be. */
  readonly total: number | null;
  readonly read: (field: ProgressField) => number;
};

/** The instant of a picture of the progress. */
export type ProgressInstant = {
  /** Since the stage started. */
  readonly elapsedSeconds: number;
  /** When the warm-up was over, on the same clock; `null` while it lasts. */
  readonly measuringSinceSeconds: number | null;
  readonly tokensPerSecond: number;
  /** Columns that may be used; `null` off a terminal, where a line is written out whole and without a bar. */
  readonly columns: number | null;
};

const barWidths = [20, 10, 0] as const;

/** One line: which stage, how far it is, tokens per second, requests so far. What does not fit is left out, least important first. */
export function progressText(progress: StageProgress, instant: ProgressInstant): string {
  const head = `[${progress.position + 1}/${progress.total ?? '?'}] ${stageLabel(progress.stage)}`;
  const state = stageState(progress, instant);
  const rate = `${Math.round(instant.tokensPerSecond)} tok/s`;
  const failed = progress.read('failed');
  const failures = failed > 0 ? `${failed} failed` : '';
  const counts = `${progress.read('completed')} done${failures === '' ? '' : `, ${failures}`}`;
  const line = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('  ');
  const { columns } = instant;
  if (columns === null) return line(head, state.text, rate, counts);
  const bars = state.done === null ? [''] : barWidths.map((cells) => bar(state.done ?? 0, cells));
  const forms = [
    ...bars.map((drawn) => line(head, drawn, state.text, rate, counts)),
    line(head, state.text, rate, failures),
    line(head, state.text, failures),
  ];
  return forms.find((form) => form.length < columns) ?? head.slice(0, Math.max(1, columns - 1));
}

const bar = (done: number, cells: number): string => '█'.repeat(Math.round(done * cells)).padEnd(cells, '░');

/** A stage as a person calls it: `vllm, 50 users`, `4 requests/s`, `sglang, 1 user, zh, repeat 2`. */
export function stageLabel(stage: PlannedStage): string {
  const { load } = stage;
  const level =
    load.loop === 'closed'
      ? `${load.users} ${load.users === 1 ? 'user' : 'users'}`
      : arrivalsLabel(load.arrivals);
  return [
    ...(stage.suite === 'bench' ? [] : [stage.target]),
    level,
    ...(stage.suite === 'languages' ? [stage.language] : []),
    ...(stage.repeat > 1 ? [`repeat ${stage.repeat}`] : []),
  ].join(', ');
}

/**
 * When the warm-up was over, judged by what has ended and by the clock; `null` while it lasts. A steady warm-up ends
 * when the load says so, which the clock cannot know: its longest time is shown.
 */
export function warmupEnd(progress: StageProgress, elapsedSeconds: number): number | null {
  const { warmup, load } = progress.stage;
  if (warmup.kind !== 'requests') return elapsedSeconds >= warmup.micros / 1e6 ? warmup.micros / 1e6 : null;
  if (warmup.count === 0) return 0;
  if (load.loop === 'open') {
    const seconds = expectedSeconds(load.arrivals, warmup.count) ?? 0;
    return elapsedSeconds >= seconds ? seconds : null;
  }
  return progress.read('completed') + progress.read('failed') >= warmup.count ? elapsedSeconds : null;
}

/** How far the stage is, with the time left where it can be known. */
function stageState(
  progress: StageProgress,
  instant: ProgressInstant,
): { readonly done: number | null; readonly text: string } {
  const since = instant.measuringSinceSeconds;
  if (since === null) return { done: null, text: 'warming up' };
  const { stop, load } = progress.stage;
  if (stop.kind === 'requests' && load.loop === 'closed') return countedState(progress, stop.count, instant);
  const planned = plannedSeconds(progress.stage);
  if (planned === null) return replayedState(progress);
  const measured = instant.elapsedSeconds - since;
  if (measured < planned)
    return { done: measured / planned, text: `${Math.ceil(planned - measured)} s left` };
  return { done: 1, text: `waiting for ${progress.read('inFlight')} answers` };
}

/** How long a stage measures whose end is a time, or a number of arrivals; `null` where only a trace's file says that. */
function plannedSeconds({ stop, warmup, load }: PlannedStage): number | null {
  if (stop.kind === 'duration') return stop.micros / 1e6;
  if (load.loop === 'closed') return 0;
  const before = warmup.kind === 'requests' ? warmup.count : 0;
  const end = expectedSeconds(load.arrivals, before + stop.count);
  return end === null ? null : end - (expectedSeconds(load.arrivals, before) ?? 0);
}

/** A replayed trace: how many of its requests were sent. */
function replayedState({ stage, read }: StageProgress): { readonly done: number; readonly text: string } {
  const { stop, warmup } = stage;
  const total = countOf(stop) + countOf(warmup);
  const sent = Math.min(total, read('dispatched'));
  if (sent < total) return { done: sent / total, text: `${sent} of ${total} sent` };
  return { done: 1, text: `waiting for ${read('inFlight')} answers` };
}

const countOf = (limit: WarmupLimit): number => (limit.kind === 'requests' ? limit.count : 0);

/** A counted stage: the share of its requests or, while none has ended, of their tokens. */
function countedState(
  { stage, read }: StageProgress,
  count: number,
  { elapsedSeconds }: ProgressInstant,
): { readonly done: number; readonly text: string } {
  const total = count + countOf(stage.warmup);
  const ended = (read('completed') + read('failed')) / total;
  const tokens = Math.max(read('tokens'), read('events')) / (total * expectedNumber(stage.outputTokens));
  const done = Math.min(1, Math.max(ended, tokens));
  if (done < 0.02) return { done, text: '' };
  return { done, text: `about ${Math.ceil(elapsedSeconds / done - elapsedSeconds)} s left` };
}
