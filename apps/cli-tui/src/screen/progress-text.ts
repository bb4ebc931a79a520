import { assertNever, type PlannedStage } from '@kneepoint/core';
import { displayWidth, wrapToWidth } from '@kneepoint/report';
import { liveStageLabel } from '../live/stage-words.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';
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
  readonly language: MessageLanguage;
};

const barWidths = [20, 10, 0] as const;

/** One line: which stage, how far it is, tokens per second, requests so far. What does not fit is left out, least important first. */
export function progressText(progress: StageProgress, instant: ProgressInstant): string {
  const head = `[${progress.position + 1}/${progress.total ?? '?'}] ${stageLabel(progress.stage, instant.language)}`;
  const words = wordsOf(instant.language).progress;
  const state = stageState(progress, instant);
  const rate = `${Math.round(instant.tokensPerSecond)} tok/s`;
  const failed = progress.read('failed');
  const failures = failed > 0 ? words.failed(failed) : '';
  const counts = `${words.done(progress.read('completed'))}${failures === '' ? '' : `, ${failures}`}`;
  const line = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('  ');
  const { columns } = instant;
  if (columns === null) return line(head, state.text, rate, counts);
  const bars = state.done === null ? [''] : barWidths.map((cells) => bar(state.done ?? 0, cells));
  const forms = [
    ...bars.map((drawn) => line(head, drawn, state.text, rate, counts)),
    line(head, state.text, rate, failures),
    line(head, state.text, failures),
  ];
  const fitting = forms.find((form) => displayWidth(form) < columns);
  if (fitting !== undefined) return fitting;
  const most = Math.max(1, columns - 1);
  return displayWidth(head) <= most ? head : (wrapToWidth(head, most)[0]?.slice(0, most) ?? '');
}

const bar = (done: number, cells: number): string => '█'.repeat(Math.round(done * cells)).padEnd(cells, '░');

/** A stage as a person calls it: `vllm, 50 users`, `4 requests/s`, `sglang, 1 user, zh, repeat 2`. */
export function stageLabel(stage: PlannedStage, language: MessageLanguage): string {
  if (language !== 'en') return liveStageLabel(stage, wordsOf(language));
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
  const words = wordsOf(instant.language).progress;
  switch (time.kind) {
    case 'warming-up':
      return { done: null, text: words.warmingUp };
    case 'time-left':
      return { done: time.done, text: words.secondsLeft(Math.ceil(time.seconds), time.planned) };
    case 'beginning':
      return { done: time.done, text: '' };
    case 'sending':
      return { done: time.done, text: words.sent(time.sent, time.total) };
    case 'answers-left':
      return { done: time.done, text: words.waitingFor(time.inFlight) };
    default:
      return assertNever(time);
  }
}
