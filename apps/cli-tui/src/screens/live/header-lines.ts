import type { LiveRun } from '../../live/live-run.ts';
import { barLine } from '../parts/bar.ts';
import { spreadLine } from '../parts/fit-line.ts';
import { type Line, span, type Tone } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';

/** Two lines: which run this is with its times, and what it is doing, in words. `notice` says what a key has just done. */
export function headerLines(
  run: LiveRun,
  { width, notice }: { readonly width: number; readonly notice: string | null },
  look: Look,
): readonly Line[] {
  const { words, numbers, theme } = look;
  const { state } = words.live;
  const dot = ` ${theme.marks.separator} `;
  const times = [
    state.elapsed(numbers.clock((run.now - run.startedAt) / 1000)),
    ...(run.secondsLeft === null ? [] : [state.left(numbers.duration(run.secondsLeft))]),
  ].join(dot);
  const said = stateOf(run, look);
  return [
    spreadLine(
      [span('kneepoint', 'accent'), span(dot, 'muted'), span(screenText(run.name), 'plain', true)],
      [span(times, 'muted')],
      width,
    ),
    notice === null || said.urgent
      ? spreadLine([span(said.text, said.tone, said.urgent)], said.urgent ? [] : planLine(run, look), width)
      : spreadLine([span(notice, 'good')], [], width),
  ];
}

type Said = { readonly text: string; readonly tone: Tone; readonly urgent: boolean };

/** What matters most first: an end that was asked for, then a lost connection, a pause, and the normal course. */
function stateOf(run: LiveRun, { words, theme }: Look): Said {
  const { state } = words.live;
  const urgent = (text: string, tone: Tone): Said => ({
    text: `${theme.marks.suspect} ${text}`,
    tone,
    urgent: true,
  });
  if (run.ending === 'cutting') return urgent(state.cutting, 'bad');
  if (run.ending === 'draining') return urgent(state.draining(run.stage?.inFlight ?? 0), 'caution');
  if (run.disconnected !== null) return urgent(state.disconnected(screenText(run.disconnected)), 'bad');
  if (run.held) return urgent(state.held(run.stage === null), 'caution');
  const doing =
    run.stage === null
      ? endedOf(run) === 0
        ? state.preparing
        : state.between
      : words.live.phases[run.stage.phase];
  return { text: doing, tone: 'muted', urgent: false };
}

const endedOf = ({ cells }: LiveRun): number => cells.filter((cell) => cell.state === 'ended').length;

/** How much of the plan is done: a bar where its length is known. */
function planLine(run: LiveRun, { words, theme }: Look): Line {
  const ended = endedOf(run);
  if (run.cells.length === 0) return [];
  const text = span(words.live.state.ended(ended, run.total), 'muted');
  if (run.total === null || run.total < 2) return run.total === null ? [text] : [];
  // The stage that runs counts by its share, so that the bar moves in a long one too.
  const share = (ended + Math.min(1, run.stage?.done ?? 0)) / run.total;
  return [...barLine(share, 16, { marks: theme.marks }), span(' '), text];
}
