import { isEnded, type JobRecord } from '@kneepoint/runner-agent/client';
import { jobStateLine } from '../home/job-state-line.ts';
import { fitLine, spreadLine } from '../parts/fit-line.ts';
import { type Line, lineWidth, span, type Tone } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';
import { wrapText } from '../parts/wrap-text.ts';
import type { JobView } from './job-view.ts';

/** What stands over the run: a question before all, then how the job ended, else what the job does and that it goes on without this view. */
export type JobHead = {
  readonly question: 'cancel' | 'cancel-now' | null;
  /** What came of the last wish. */
  readonly notice: { readonly text: string; readonly refused: boolean } | null;
};

/** The lines over the run's own first line; those that say more cover more of it. */
export function jobHeadLines(view: JobView, head: JobHead, width: number, look: Look): readonly Line[] {
  const { job } = look.words;
  if (head.question !== null) {
    const text = head.question === 'cancel' ? job.askCancel : job.askCancelNow;
    return [...wrapped(text, 'caution', width), fitLine([span(job.yesOrNo, 'accent')], width)];
  }
  if (view.following.kind === 'ended') return endLines(view.following.record, width, look);
  if (head.notice !== null) return wrapped(head.notice.text, head.notice.refused ? 'bad' : 'good', width);
  return [runningLine(view, width, look)];
}

/** What the job does, the most important sentence, and as much of the times as there is room for. */
function runningLine({ state, run }: JobView, width: number, look: Look): Line {
  const { words, theme, numbers } = look;
  const dot = span(` ${theme.marks.separator} `, 'muted');
  const doing = state === null ? [] : [...jobStateLine({ state, held: run.held }, look), dot];
  const left = [...doing, span(words.job.leaving, 'accent')];
  const elapsed = words.live.state.elapsed(numbers.clock((run.now - run.startedAt) / 1000));
  const remaining =
    run.secondsLeft === null ? [] : [words.live.state.left(numbers.duration(run.secondsLeft))];
  const times = [[elapsed, ...remaining], remaining, []].map(
    (texts): Line => (texts.length === 0 ? [] : [span(texts.join(` ${theme.marks.separator} `), 'muted')]),
  );
  const fitting = times.find((right) => lineWidth(left) + lineWidth(right) + 1 <= width) ?? [];
  return spreadLine(left, fitting, width);
}

/** How a job ended and why, with what to do next. */
function endLines(record: JobRecord, width: number, look: Look): readonly Line[] {
  const { job } = look.words;
  const { state, exit, failure, hasResult } = record;
  if (!isEnded(state)) return [];
  const tones = { done: 'good', failed: 'bad', cancelled: 'caution' } as const;
  const how = state === 'done' || state === 'failed' ? state : 'cancelled';
  const mark = {
    done: look.theme.marks.valid,
    failed: look.theme.marks.invalid,
    cancelled: look.theme.marks.suspect,
  };
  const because = exit === null ? '' : ` (${job.exit(exit.code)}): ${screenText(exit.reason)}`;
  const hint = failure?.hint ?? null;
  return [
    ...wrapped(`${mark[how]} ${job.ended[how]}${because}`, tones[how], width),
    ...(hint === null ? [] : wrapped(`  ${screenText(hint)}`, 'muted', width)),
    fitLine([span(hasResult ? job.openResult : job.noResult, hasResult ? 'accent' : 'muted')], width),
  ];
}

const mostLines = 4;

const wrapped = (text: string, tone: Tone, width: number): readonly Line[] =>
  wrapText(text, width)
    .slice(0, mostLines)
    .map((part) => fitLine([span(part, tone, true)], width));
