import { type Distributions, declared, type Figure, type PercentileName, type Stage } from '@kneepoint/core';
import { statedDistribution } from '../build/distributions.ts';
import { importedStage, placeOf } from '../build/imported-stage.ts';
import { nothingMore, type StageFacts, type StageFigure, stageFigures } from '../build/stage-facts.ts';
import type { WrittenExcerpt } from './read-quotes.ts';
import type { TablePlace, TableStatement } from './table-statement.ts';

type MetricStatement = Extract<TableStatement, { kind: 'metric' }>;
type LatencyStated = keyof Distributions;

/** Stages of a document's tables, and what could not be kept of them. */
export type TableStages = { readonly stages: readonly Stage[]; readonly notes: readonly string[] };

const figureUnits: Partial<Readonly<Record<StageFigure, string>>> = {
  requestThroughput: 'req/s',
  errorRate: 'share',
};

/** One stage for each target at each place that a table has a figure of. */
export function stagesOfTables(
  statements: readonly TableStatement[],
  excerpts: readonly WrittenExcerpt[],
): TableStages {
  const metrics = statements.filter((statement) => statement.kind === 'metric');
  const groups = Map.groupBy(metrics, ({ target, place }) => JSON.stringify([target, placeKey(place)]));
  const notes: string[] = [];
  const stages = [...groups.values()].flatMap((cells) => {
    const [first] = cells;
    if (first === undefined) return [];
    const { target, place } = first;
    const shown = shownAnswers(statements, excerpts, first);
    const facts = stageFacts(place, cells, (text) => notes.push(`${target}, ${placeKey(place)}: ${text}`));
    return [importedStage({ ...facts, ...shown }, { target, repeat: 1 })];
  });
  return { stages, notes };
}

/** What tells the places of one document apart. */
const placeKey = (place: TablePlace): string => placeOf({ ...place, load: loadOf(place) });

const loadOf = ({ users }: TablePlace): Stage['load'] => ({ loop: 'closed', users, thinkTime: null });

function stageFacts(
  place: TablePlace,
  cells: readonly MetricStatement[],
  note: (text: string) => void,
): StageFacts {
  const figures: Partial<Record<StageFigure, Figure>> = {};
  for (const { metric, value } of cells) {
    const name = stageFigures.find((figure) => figure === metric);
    if (name !== undefined) figures[name] = declared(figureUnits[name] ?? 'tok/s', value);
  }
  return {
    ...nothingMore,
    suite: place.suite,
    language: place.language,
    load: loadOf(place),
    latencies: latenciesOf(cells, note),
    figures,
    missing: 'the document does not say it',
    windowReason: 'the document does not say over what time its figures are',
  };
}

function latenciesOf(
  cells: readonly MetricStatement[],
  note: (text: string) => void,
): Partial<Distributions> {
  const latencies: Partial<Distributions> = {};
  const named = cells.flatMap((cell) => {
    const [name, statistic] = cell.metric.split('.');
    return statistic === undefined ? [] : [{ cell, name: name as LatencyStated, statistic }];
  });
  for (const [name, stated] of Map.groupBy(named, (each) => each.name)) {
    const valueAs = (statistic: string): number | null =>
      stated.find((each) => each.statistic === statistic)?.cell.value ?? null;
    const percentiles = stated
      .filter(({ statistic }) => /^p\d/.test(statistic))
      .map(({ statistic, cell }) => [statistic as PercentileName, cell.value] as const);
    const { distribution, left } = statedDistribution({
      kind: 'declared',
      count: stated[0]?.cell.requests ?? null,
      mean: valueAs('mean'),
      min: valueAs('min'),
      max: valueAs('max'),
      percentiles: Object.fromEntries(percentiles),
    });
    latencies[name] = distribution;
    if (left.length > 0)
      note(`${name} ${left.join(', ')} left out, for too few samples or an unknown number of them`);
  }
  return latencies;
}

/** The answer that the document shows for a place, with its prompt, and a person's rating of it. */
function shownAnswers(
  statements: readonly TableStatement[],
  excerpts: readonly WrittenExcerpt[],
  { target, place, metric, value }: MetricStatement,
): Pick<StageFacts, 'excerpts' | 'quality'> {
  const words = (kind: 'prompt' | 'rating'): string | null =>
    statements.flatMap((each) =>
      each.kind === kind && placeKey(each.place) === placeKey(place) ? [each.text] : [],
    )[0] ?? null;
  const requestSpeed = metric === 'requestSpeed' ? value : null;
  const shown = excerpts
    .filter((each) => each.target === target && each.excerpt.language === place.language)
    .map(({ excerpt }) => ({ ...excerpt, prompt: words('prompt') ?? '', requestSpeed }));
  const prompt = words('prompt');
  const promptAlone: Stage['excerpts'] =
    prompt === null
      ? []
      : [{ language: place.language, prompt, text: null, outputTokens: null, requestSpeed }];
  const rating = words('rating');
  return {
    excerpts: place.suite === 'languages' ? (shown.length > 0 ? shown : promptAlone) : [],
    quality: rating === null ? null : ratedInWords(rating),
  };
}

const ratedInWords = (remark: string): NonNullable<Stage['quality']> => ({
  verdict: null,
  answers: { judged: 0, good: 0, doubtful: 0, bad: 0, notJudged: null, atLimit: null },
  reasons: [],
  characters: null,
  tokens: null,
  ratings: [
    {
      by: 'person',
      name: 'the author of the document',
      excerpt: null,
      rubric: 'not stated',
      score: null,
      remark,
    },
  ],
  reason: 'the document rates the answers in words, and its checks are not known',
});
