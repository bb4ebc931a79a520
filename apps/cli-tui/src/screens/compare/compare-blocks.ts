import { type EveryMetricName, sideDifferences } from '@kneepoint/core';
import { type Block, type Cell, type DifferenceTexts, differenceTexts } from '@kneepoint/report';
import type { CompareWords } from '../../words/compare-words.ts';
import type { Words } from '../../words/words.ts';
import { compareChart } from './compare-chart.ts';
import type { Side } from './compared-sides.ts';
import {
  type ComparedLevel,
  type ComparedSide,
  commonCells,
  levelsOfMetric,
  type SideComparison,
} from './comparison.ts';
import { differenceCell, verdictCell } from './verdict-cell.ts';

/** What the page of a comparison shows for a metric: who is compared, the verdicts, the table, the chart, and what differs besides. */
export function compareBlocks(
  comparison: SideComparison,
  metric: EveryMetricName | undefined,
  { words, isNarrow }: { readonly words: Words; readonly isNarrow: boolean },
): readonly Block[] {
  const { compare } = words;
  const spoken: Spoken = { words: compare, texts: differenceTexts(words.language) };
  const figures =
    metric === undefined
      ? [paragraph(compare.nothingInCommon)]
      : [
          ...tallies(comparison, metric, spoken),
          isNarrow
            ? verdictFirst(metricTable(comparison, metric, spoken))
            : metricTable(comparison, metric, spoken),
          ...compareChart(comparison, metric, spoken),
        ];
  return [
    ...figures,
    heading('sides', compare.choose),
    sidesTable(comparison, spoken),
    paragraph(ruleOf(comparison, compare)),
    heading('differences', compare.differences),
    ...differences(comparison, compare),
    heading('not-compared', compare.notCompared),
    ...notCompared(comparison, spoken),
  ];
}

type Spoken = { readonly words: CompareWords; readonly texts: DifferenceTexts };

const heading = (id: string, text: string): Block => ({ kind: 'heading', level: 3, id, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, tone: 'plain' });
const cell = (text: string, tone: Cell['tone'] = 'plain'): Cell => ({ text, tone, note: null });
const list = (items: readonly Cell[]): Block => ({ kind: 'list', items, emphasis: 'plain' });

function sidesTable({ baseline, candidates }: SideComparison, { words, texts }: Spoken): Block {
  const { columns } = words;
  const rowOf = ({ result, target: name, name: told }: Side): Cell[] => {
    const target = result.targets.find((own) => own.name === name);
    const engine = [target?.engine, target?.version].filter((part) => part != null).join(' ');
    return [
      { text: told, tone: 'plain', note: told === baseline.name ? words.baseline : null },
      cell(`${result.name}, ${texts.instant(result.createdAt)}`),
      cell(engine === '' ? '-' : engine),
      cell(target?.model ?? '-', target?.model == null ? 'muted' : 'plain'),
    ];
  };
  return {
    kind: 'table',
    columns: [columns.target, columns.run, columns.engine, columns.model].map((title) => ({
      title,
      align: 'left',
    })),
    rows: [baseline, ...candidates.map(({ side }) => side)].map(rowOf),
    notes: [],
  };
}

/** One sentence for each candidate: at how many levels it is better, worse, the same, or undecided. */
function tallies({ candidates }: SideComparison, metric: EveryMetricName, { words }: Spoken): Block[] {
  const items = candidates.map((candidate) => {
    const { side } = candidate;
    const own = commonCells(candidate, metric).map(({ standing }) => standing);
    const count = (is: (standing: (typeof own)[number]) => boolean): number => own.filter(is).length;
    return cell(
      words.tally({
        side: side.name,
        better: count((one) => one.kind === 'better' && one.side === 'candidate'),
        worse: count((one) => one.kind === 'better' && one.side === 'baseline'),
        same: count(({ kind }) => kind === 'no-difference'),
        undecided: count(({ kind }) => kind === 'undecided'),
      }),
    );
  });
  return [{ kind: 'list', items, emphasis: 'findings' }];
}

type Table = Extract<Block, { kind: 'table' }>;

/** Where there is no room for all columns, the verdict and the difference stand before the values: they are the answer. */
function verdictFirst(table: Table): Table {
  const own = table.columns.length === 5 && table.columns[1]?.align === 'right' ? 1 : 2;
  const turned = <Value>(all: readonly Value[]): readonly Value[] => [
    ...all.slice(0, own),
    ...all.slice(own).toReversed(),
  ];
  return { ...table, columns: turned(table.columns), rows: table.rows.map(turned) };
}

/** With one candidate a row for each level; with more a row for each side at each level, the baseline first. */
function metricTable(comparison: SideComparison, metric: EveryMetricName, spoken: Spoken): Table {
  const { baseline, candidates } = comparison;
  const { columns } = spoken.words;
  const levels = levelsOfMetric(comparison, metric);
  const [only] = candidates;
  const text = (title: string) => ({ title, align: 'left' }) as const;
  const figure = (title: string) => ({ title, align: 'right' }) as const;
  if (candidates.length === 1 && only !== undefined)
    return {
      kind: 'table',
      columns: [
        text(columns.level),
        figure(baseline.name),
        figure(only.side.name),
        figure(columns.difference),
        text(columns.verdict),
      ],
      rows: levels.map((level) => pairRow(level, { comparison, levels }, spoken)),
      notes: [],
    };
  return {
    kind: 'table',
    columns: [
      text(columns.level),
      text(columns.target),
      figure(columns.value),
      figure(columns.difference),
      text(columns.verdict),
    ],
    rows: levels.flatMap((level) => levelRows(level, { comparison, levels }, spoken)),
    notes: [],
  };
}

type Shown = { readonly comparison: SideComparison; readonly levels: readonly ComparedLevel[] };

const levelText = ({ place }: ComparedLevel, { levels }: Shown, { texts }: Spoken): string =>
  texts.level(
    place,
    levels.map((level) => level.place),
  );

function pairRow(level: ComparedLevel, shown: Shown, spoken: Spoken): Cell[] {
  const { place } = level;
  return [
    cell(levelText(level, shown, spoken)),
    cell(valueText(place.unit, place.baselineValue, spoken)),
    cell(valueText(place.unit, place.candidateValue, spoken)),
    ...judged(level, 0, shown, spoken),
  ];
}

function levelRows(level: ComparedLevel, shown: Shown, spoken: Spoken): Cell[][] {
  const { place, cells } = level;
  const { baseline } = shown.comparison;
  return [
    [
      cell(levelText(level, shown, spoken)),
      { text: baseline.name, tone: 'plain', note: spoken.words.baseline },
      cell(valueText(place.unit, place.baselineValue, spoken)),
      cell(''),
      cell(''),
    ],
    ...cells.map(({ side, cell: own }, index) => [
      cell(''),
      cell(side.name),
      cell(valueText(own.unit, own.candidateValue, spoken)),
      ...judged(level, index, shown, spoken),
    ]),
  ];
}

function judged({ cells }: ComparedLevel, index: number, { comparison }: Shown, spoken: Spoken): Cell[] {
  const found = cells[index];
  if (found === undefined) return [];
  const sides = { baseline: comparison.baseline.name, candidate: found.side.name };
  return [differenceCell(found.cell, spoken.texts), verdictCell(found.cell, sides, spoken)];
}

/** What is unknown is a dash. */
const valueText = (unit: 'tok/s' | 'us', value: number | null, { texts }: Spoken): string =>
  value === null ? '-' : texts.value(unit, value);

function ruleOf({ baseline, candidates }: SideComparison, words: CompareWords): string {
  const within = candidates.filter(({ side }) => side.result === baseline.result).length;
  return [
    ...(within > 0 ? [words.withinOneRun] : []),
    ...(within < candidates.length ? [words.acrossRuns] : []),
  ].join(' ');
}

function differences({ baseline, candidates }: SideComparison, words: CompareWords): Block[] {
  const items = candidates.flatMap(({ side }) =>
    sideDifferences(baseline, side).map(({ what, ...values }) =>
      cell(words.differs({ what: words.what[what], side: side.name, ...values })),
    ),
  );
  return [items.length === 0 ? paragraph(words.noDifferences) : list(items)];
}

/** Figures without a verdict by their first reason, and levels of one side alone. */
function notCompared({ baseline, candidates }: SideComparison, spoken: Spoken): Block[] {
  const items = candidates.flatMap((candidate) => [
    ...reasonItems(candidate, spoken),
    ...candidate.loneLevels.map((level) =>
      cell(
        spoken.words.loneLevel(
          spoken.texts.level({ ...level, level: null }, []),
          level.only === 'baseline' ? baseline.name : candidate.side.name,
        ),
      ),
    ),
  ]);
  return [items.length === 0 ? paragraph(spoken.words.allCompared) : list(items)];
}

function reasonItems({ side, cells }: ComparedSide, { words, texts }: Spoken): Cell[] {
  const undecided = cells.flatMap(({ standing }) =>
    standing.kind === 'undecided'
      ? [standing.reasons.map(texts.reason).join('; ') || words.undecided([])]
      : [],
  );
  return [...Map.groupBy(undecided, (reason) => reason)].map(([reason, same]) =>
    cell(
      words.withoutVerdict({ side: side.name, figures: same.length, of: cells.length, reason }),
      'suspect',
    ),
  );
}
