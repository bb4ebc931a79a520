import type { LiveLine, LiveRun } from '../../../live/live-run.ts';
import { type Line, line, span, type Tone } from '../../parts/line.ts';
import type { Look } from '../../parts/look.ts';
import { screenText } from '../../parts/screen-text.ts';
import { wrapText } from '../../parts/wrap-text.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';

const tones = {
  note: 'plain',
  target: 'plain',
  stage: 'plain',
  server: 'muted',
  problem: 'bad',
} as const satisfies Record<LiveLine['kind'], Tone>;

/** The events of the run, the newest at the bottom; each with the run's clock. */
export const logPanel: PanelKind = {
  name: 'log',
  reads: (run) => [run.log, run.startedAt],
  hasContent: (run) => run.log.length > 0,
  draw,
};

function draw({ log, startedAt }: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const title = look.words.live.panels.log;
  if (log.length === 0) return { title, lines: [line(look.words.live.empty.log, 'muted')] };
  // An entry takes a line at least, so no more than these can be seen.
  const end = log.length + Math.min(0, room.scroll);
  const entries = log.slice(Math.max(0, end - room.height), Math.max(1, end));
  const lines = entries.flatMap((entry) => entryLines(entry, startedAt, { room, look }));
  return { title, lines: lines.slice(-Math.max(1, room.height)) };
}

function entryLines(
  entry: LiveLine,
  startedAt: number,
  { room, look: { numbers, theme } }: { readonly room: PanelRoom; readonly look: Look },
): readonly Line[] {
  const clock = `${numbers.clock((entry.at - startedAt) / 1000).padStart(7)} `;
  const sign = entry.kind === 'problem' ? `${theme.marks.suspect} ` : '';
  return wrapText(screenText(`${sign}${entry.text}`), Math.max(8, room.width - clock.length)).map(
    (text, index) => [
      span(index === 0 ? clock : ' '.repeat(clock.length), 'muted'),
      span(text, tones[entry.kind]),
    ],
  );
}
