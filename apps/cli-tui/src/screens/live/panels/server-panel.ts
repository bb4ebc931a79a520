import type { LiveRun } from '../../../live/live-run.ts';
import { barLine } from '../../parts/bar.ts';
import { fitLine } from '../../parts/fit-line.ts';
import { type Line, line, span } from '../../parts/line.ts';
import type { Look } from '../../parts/look.ts';
import { screenText } from '../../parts/screen-text.ts';
import { targetLetter } from '../../parts/target-mark.ts';
import { wrapText } from '../../parts/wrap-text.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';
import { targetLines } from '../target-lines.ts';

/** What the server under load says of itself, and what each target is. */
export const serverPanel: PanelKind = {
  name: 'server',
  reads: (run) => [run.server, run.targets],
  hasContent: (run) => run.server !== null,
  draw,
};

function draw(run: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const { words } = look;
  const title = words.live.panels.server;
  const lines = run.server === null ? emptyLines(room, look) : serverLines(run, room, look);
  return {
    title,
    ...(run.server === null ? {} : { aside: targetName(run, run.server.target) }),
    lines: [...lines, ...targetLines(run, look)],
  };
}

const targetName = ({ targets }: LiveRun, name: string): string =>
  `${targetLetter(targets.findIndex((target) => target.name === name))} ${screenText(name)}`;

const emptyLines = (room: PanelRoom, { words }: Look): readonly Line[] =>
  wrapText(words.live.empty.server, room.width).map((text) => line(text, 'muted'));

function serverLines({ server }: LiveRun, room: PanelRoom, { words, numbers, theme }: Look): readonly Line[] {
  if (server === null) return [];
  const { running, waiting, kvUse } = words.live.figures;
  const label = (text: string): Line => fitLine(line(text, 'muted'), 10);
  return [
    [...label(running), span(numbers.count(server.running), 'plain', true)],
    [
      ...label(waiting),
      span(numbers.count(server.waiting), (server.waiting ?? 0) > 0 ? 'caution' : 'plain', true),
    ],
    [
      ...label(kvUse),
      ...barLine(server.kvUse, Math.max(4, Math.min(30, room.width - 18)), { marks: theme.marks }),
      span(` ${numbers.percent(server.kvUse)}`, 'plain', true),
    ],
  ];
}
