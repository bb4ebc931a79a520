import type { LiveRun } from '../../../live/live-run.ts';
import { horizontalHistogram } from '../../parts/histogram.ts';
import { line } from '../../parts/line.ts';
import type { Look } from '../../parts/look.ts';
import { errorName } from '../error-name.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';

/** Failed requests of the running stage by class. */
export const errorsPanel: PanelKind = {
  name: 'errors',
  reads: (run) => [run.stage?.errors],
  hasContent: (run) => (run.stage?.errors.length ?? 0) > 0,
  draw,
};

function draw({ stage }: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const { words, numbers, theme } = look;
  const title = words.live.panels.errors;
  const errors = stage?.errors ?? [];
  if (errors.length === 0) return { title, lines: [line(words.live.empty.errors, 'muted')] };
  const rows = errors.map((error) => ({
    label: errorName(error.class, look),
    value: error.count,
    figure: numbers.count(error.count),
    tone: 'bad' as const,
  }));
  const total = errors.reduce((sum, error) => sum + error.count, 0);
  return {
    title,
    aside: words.live.figures.failed(numbers.count(total)),
    lines: horizontalHistogram(rows, { width: room.width, marks: theme.marks }),
  };
}
