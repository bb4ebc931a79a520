import { assertNever, type PlannedStage } from '@kneepoint/core';
import { arrivalsLabel } from './arrivals-label.ts';
import { type StageInstant, type StageTotals, stageTime } from './stage-time.ts';

/** What is shown of a stage while it runs. */
export type StageProgress = StageTotals & {
  /** Of all stages, from 0. */
  readonly position: number;
  /** `null` where nobody knows before how many there will be. */
  readonly total: number | null;
};

/** The instant of a picture of the progress. */
export type ProgressInstant = StageInstant & {
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

/** How far the stage is, with the time left where it can be known. */
function stageState(
  progress: StageProgress,
  instant: ProgressInstant,
): { readonly done: number | null; readonly text: string } {
  const time = stageTime(progress, instant);
  switch (time.kind) {
    case 'warming-up':
      return { done: null, text: 'warming up' };
    case 'time-left':
      return { done: time.done, text: `${time.planned ? '' : 'about '}${Math.ceil(time.seconds)} s left` };
    case 'beginning':
      return { done: time.done, text: '' };
    case 'sending':
      return { done: time.done, text: `${time.sent} of ${time.total} sent` };
    case 'answers-left':
      return { done: time.done, text: `waiting for ${time.inFlight} answers` };
    default:
      return assertNever(time);
  }
}
