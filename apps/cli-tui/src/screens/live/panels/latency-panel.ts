import type { LiveLatency, LiveRun, LiveStage } from '../../../live/live-run.ts';
import { besideEachOther, spreadLine } from '../../parts/fit-line.ts';
import { verticalHistogram } from '../../parts/histogram.ts';
import { type Line, line, lineWidth, type Span, span } from '../../parts/line.ts';
import type { Look } from '../../parts/look.ts';
import { tableLines } from '../../parts/table-lines.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';

/** Percentiles and histograms of first-token times and token gaps over the window. */
export const latencyPanel: PanelKind = {
  name: 'latency',
  reads: (run) => [run.stage, run.window],
  hasContent: () => true,
  draw,
};

function draw(run: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const { words } = look;
  const content = { title: words.live.panels.latency, aside: words.live.window(run.window) };
  if (run.stage === null) return { ...content, lines: [line(words.live.empty.stage, 'muted')] };
  return {
    ...content,
    lines:
      room.width >= 70 && room.height >= 4 ? halves(run.stage, room, look) : table(run.stage, room, look),
  };
}

/** The two next to each other, each with its percentiles over its histogram. */
function halves(stage: LiveStage, { width, height }: PanelRoom, look: Look): readonly Line[] {
  const each = Math.floor((width - 3) / 2);
  const { ttft, tokenGap } = look.words.live.figures;
  const room = { width: each, height };
  return besideEachOther([
    { lines: half({ name: ttft, latency: stage.ttft }, room, look), width: each },
    { lines: [], width: 3 },
    { lines: half({ name: tokenGap, latency: stage.tokenGap }, room, look), width: each },
  ]);
}

type Named = { readonly name: string; readonly latency: LiveLatency };

function half(
  { name, latency }: Named,
  room: Pick<PanelRoom, 'width' | 'height'>,
  look: Look,
): readonly Line[] {
  const { words, numbers } = look;
  const head = spreadLine(
    [span(name, 'plain', true)],
    [span(words.live.figures.samples(numbers.count(latency.count)), 'muted')],
    room.width,
  );
  if (latency.count === 0) return [head, line(words.live.empty.latency, 'muted')];
  return [
    head,
    percentiles(latency, room.width, look),
    ...histogram(latency, { ...room, height: room.height - 2 }, look),
  ];
}

function percentiles(latency: LiveLatency, width: number, { numbers }: Look): Line {
  const room = width >= 42 ? 11 : 8;
  const figure = (name: string, micros: number | null): readonly Span[] => [
    span(`${name} `, 'muted'),
    span(numbers.time(micros).padEnd(room), 'plain', true),
  ];
  return [...figure('p50', latency.p50), ...figure('p95', latency.p95), ...figure('p99', latency.p99)];
}

/** A few bars over the whole width would be one block. */
const widestBar = 6;
/** Ends of an axis that is shorter stand beside each other. */
const shortestAxis = 24;

/** Bars above a line that names the ends of the axis (times grow by factors, not by steps). */
function histogram(
  { bars }: LiveLatency,
  { width, height }: Pick<PanelRoom, 'width' | 'height'>,
  { numbers, theme }: Look,
): readonly Line[] {
  const [first] = bars;
  const last = bars.at(-1);
  if (height < 2 || first === undefined || last === undefined) return [];
  const drawn = Math.min(width, bars.length * widestBar);
  const [from, to] = [numbers.time(first.from), numbers.time(last.to)];
  const axis =
    drawn < shortestAxis
      ? line(`${from} - ${to}`, 'muted')
      : spreadLine(line(from, 'muted'), line(to, 'muted'), drawn);
  const columns = verticalHistogram(
    bars.map((bar) => bar.count),
    { width: drawn, height: height - 1, marks: theme.marks },
  );
  return [...columns, axis];
}

/** A line for each where there is no room for more, and a second one with the histogram where there is room for that. */
function table(stage: LiveStage, { width, height }: PanelRoom, look: Look): readonly Line[] {
  const { words, numbers, theme } = look;
  const { figures } = words.live;
  const named = [
    { name: figures.ttft, latency: stage.ttft },
    { name: figures.tokenGap, latency: stage.tokenGap },
  ];
  const rows = named.map(({ name, latency }) => [
    line(name),
    ...[latency.p50, latency.p95, latency.p99].map((micros) => [span(numbers.time(micros), 'plain', true)]),
    line(numbers.count(latency.count), 'muted'),
  ]);
  const columns = [
    { title: '', align: 'left', least: 12 },
    ...['p50', 'p95', 'p99'].map((title) => ({ title, align: 'right' }) as const),
    { title: 'n', align: 'right', weight: 1 },
  ] as const;
  const [header = [], ...figuresLines] = tableLines({ columns, rows, width, marks: theme.marks });
  const each = figuresLines.map((pieces, place) => [
    pieces,
    ...(height >= 5 ? [flatHistogram(named[place]?.latency ?? stage.ttft, width, look)] : []),
  ]);
  return [header, ...each.flat()];
}

/** A histogram in one line, between the ends of its axis. */
function flatHistogram({ bars }: LiveLatency, width: number, { numbers, theme }: Look): Line {
  const [first] = bars;
  const last = bars.at(-1);
  if (first === undefined || last === undefined) return [];
  const from = span(`${numbers.time(first.from).padStart(8)} `, 'muted');
  const to = span(` ${numbers.time(last.to)}`, 'muted');
  const room = Math.min(bars.length * 2, width - lineWidth([from, to]));
  const values = bars.map((bar) => bar.count);
  return [from, ...(verticalHistogram(values, { width: room, height: 1, marks: theme.marks })[0] ?? []), to];
}
