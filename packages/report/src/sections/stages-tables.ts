import type { Stage } from '@kneepoint/core';
import { type Block, type Cell, cell, left, right } from '../model/document.ts';
import { levelName, type ReportContext } from '../model/report-context.ts';
import { withoutUnknownColumns } from './unknown-notes.ts';

/** Every stage with its window, its counts and why it is not trusted, if so. */
export function stagesTable(context: ReportContext): Block {
  const { result, catalogue } = context;
  const { columns } = catalogue;
  return withoutUnknownColumns(context, {
    kind: 'table',
    columns: [
      left(columns.target),
      left(columns.suite),
      left(columns.load),
      right(columns.repeat),
      right(columns.window),
      right(columns.counts),
      left(columns.trust),
    ],
    rows: result.stages.map((stage) => stageRow(stage, catalogue)),
    notes: [],
  });
}

function stageRow(stage: Stage, catalogue: ReportContext['catalogue']): Cell[] {
  const { formats, words } = catalogue;
  const { start, end, reason } = stage.window;
  const { counts } = stage;
  const errors = stage.errors.map(
    (error) => `${words.errorClass[error.class]} ${error.detail} × ${formats.count(error.count)}`,
  );
  const reasons = stage.trust.reasons.map(catalogue.trust);
  const { verdict } = stage.trust;
  return [
    cell(stage.target),
    cell(words.suite[stage.suite]),
    cell(levelName(catalogue, stage)),
    cell(formats.count(stage.repeat)),
    start === null || end === null
      ? cell(words.unknown, 'muted', reason === null ? null : catalogue.reason(reason))
      : cell(formats.duration(end - start)),
    counts === null
      ? cell(words.unknown, 'muted')
      : cell(
          [counts.completed, counts.failed, counts.cut].map(formats.count).join(' / '),
          counts.failed > 0 ? 'suspect' : 'plain',
          errors.length === 0 ? null : words.join(errors),
        ),
    cell(
      words.verdict[verdict],
      verdict === 'valid' ? 'plain' : verdict,
      reasons.length === 0 ? null : words.join(reasons),
    ),
  ];
}

/** The generator's health for each target: the worst of its stages, because one bad stage is enough. */
export function clientTable(context: ReportContext): Block {
  const { result, catalogue } = context;
  const { columns } = catalogue;
  return withoutUnknownColumns(context, {
    kind: 'table',
    columns: [
      left(columns.target),
      right(columns.cpuShare),
      right(columns.loopDelay),
      right(columns.eventsPerRead),
      right(columns.eventsPerSecond),
      right(columns.ceiling),
      right(columns.connections),
    ],
    rows: result.targets.map(({ name }) =>
      clientRow(
        name,
        result.stages.filter((stage) => stage.target === name).flatMap((stage) => stage.generator ?? []),
        catalogue,
      ),
    ),
    notes: [],
  });
}

type GeneratorHealth = NonNullable<Stage['generator']>;

function clientRow(
  name: string,
  health: readonly GeneratorHealth[],
  catalogue: ReportContext['catalogue'],
): Cell[] {
  const { formats, words } = catalogue;
  const worst = (pick: (one: GeneratorHealth) => number | null, format: (value: number) => string): Cell => {
    const values = health.flatMap((one) => pick(one) ?? []);
    return values.length === 0 ? cell(words.unknown, 'muted') : cell(format(Math.max(...values)));
  };
  const total = (pick: (one: GeneratorHealth) => number): string =>
    formats.count(health.reduce((sum, one) => sum + pick(one), 0));
  return [
    cell(name),
    worst((one) => one.cpuShare, formats.share),
    worst((one) => one.eventLoopDelayP99, formats.duration),
    worst((one) => one.eventsPerRead, formats.ratio),
    worst((one) => one.eventsPerSecond, formats.count),
    worst((one) => one.ceilingEventsPerSecond, formats.count),
    cell(`${total((one) => one.connectionsOpened)} / ${total((one) => one.connectionsReused)}`),
  ];
}
