import { verdictLine } from '../browser/run-cells.ts';
import { type Line, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';
import { tableLines } from '../parts/table-lines.ts';
import { type HomeView, rowsOf } from './home-view.ts';
import { shownRows } from './shown-rows.ts';

/** A table of the newest results, `height` lines of it at most, the chosen one among them. */
export function resultLines(
  view: HomeView,
  { width, height }: { readonly width: number; readonly height: number },
  look: Look,
): readonly Line[] {
  const { words, theme, numbers } = look;
  const { home } = words;
  if (view.results.kind === 'failed') return [[span(home.resultsFailed(view.results.reason), 'bad')]];
  if (view.results.kind === 'reading') return [[span(home.readingResults, 'muted')]];
  const { rows, chosen } = shownRows(rowsOf(view, 'results'), view.chosen, height - 1);
  if (rows.length === 0) return [[span(home.noResults, 'muted')]];
  return tableLines({
    columns: [
      { title: home.columns.since, align: 'left', weight: 1 },
      { title: home.columns.result, align: 'left', least: 12 },
      { title: home.columns.trust, align: 'left' },
      { title: home.columns.best, align: 'right', weight: 2 },
      { title: home.columns.targets, align: 'left', least: 8, weight: 3 },
    ],
    rows: rows.map(({ run }) => [
      [span(agoText(run.createdAt, view.now, look), 'muted')],
      [span(screenText(run.name))],
      verdictLine(run.verdict, look),
      [span(numbers.rate(run.best?.outputTokensPerSecond ?? null))],
      [span(screenText(run.targets.join(', ')), 'muted')],
    ]),
    width,
    marks: theme.marks,
    selected: chosen,
  });
}

const daySeconds = 86_400;

/** How long ago, for a day; then the day. */
function agoText(createdAt: string, now: number, { words: { home }, numbers }: Look): string {
  const seconds = (now - Date.parse(createdAt)) / 1000;
  if (!(seconds < daySeconds)) return screenText(createdAt.slice(0, 10));
  return home.ago(numbers.duration(Math.max(0, seconds)));
}
