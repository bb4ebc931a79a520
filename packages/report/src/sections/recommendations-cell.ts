import type { DecidingCell } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { cellMetrics } from '../catalogue/recommendation-words.ts';
import { levelName, type ReportContext } from '../model/report-context.ts';

/** One cell in a line: metric and load, each target's value, and what follows from them. */
export function cellText(context: ReportContext, cell: DecidingCell): string {
  const { catalogue } = context;
  const { recommendations: words } = catalogue;
  const metric = cellMetrics.find((known) => known === cell.metric);
  const name = metric === undefined ? cell.metric : words.metric[metric];
  const level = levelOf(context, cell);
  const values = cell.values.map(({ target, value }) =>
    words.value(target, value === null ? catalogue.words.unknown : inUnit(catalogue, cell.unit, value)),
  );
  return words.cell(level === null ? name : words.at(name, level), values, verdictText(catalogue, cell));
}

/** The name of the cell's level; `null` for a value of no level. */
function levelOf({ catalogue, result }: ReportContext, { suite, users, load }: DecidingCell): string | null {
  if (load === '') return null;
  const stage = result.stages.find(
    (one) => one.suite === suite && (users === null ? one.load.loop === 'open' : isOf(one.load, users)),
  );
  if (users !== null) return catalogue.levels.users(users);
  return stage === undefined ? load : levelName(catalogue, stage);
}

const isOf = (load: ReportContext['result']['stages'][number]['load'], users: number): boolean =>
  load.loop === 'closed' && load.users === users;

function verdictText(catalogue: Catalogue, cell: DecidingCell): string | null {
  const { recommendations: words } = catalogue;
  switch (cell.verdict) {
    case 'winner': {
      if (cell.winner === null) return null;
      return words.win({ winner: cell.winner, ...favouring(cell), isLess: cell.better === 'lower' });
    }
    case 'no-difference':
      return words.noDifference(cell.interval?.low ?? null, cell.interval?.high ?? null);
    case 'inconclusive':
      return cell.decides ? undecidedText(catalogue, cell) : words.beside;
    case 'not-measured':
      return null;
  }
}

/** The ratio that was seen, where it may be looked at, and why it decides nothing. */
function undecidedText(
  { page, recommendations: words }: Catalogue,
  { ratio, values, reason }: DecidingCell,
): string {
  const why = reason === null ? words.undecided : words.reason[reason];
  const [first, second] = values;
  if (ratio === null || ratio <= 0 || ratio === 1 || first === undefined || second === undefined) return why;
  const seen =
    ratio > 1
      ? words.seen(second.target, first.target, ratio)
      : words.seen(first.target, second.target, 1 / ratio);
  return page.aside(seen, why);
}

/** The ratio and its interval, turned above 1. */
function favouring({ ratio, interval }: DecidingCell) {
  if (ratio === null || ratio <= 0) return { factor: null, low: null, high: null };
  const [low, high] = [interval?.low ?? null, interval?.high ?? null];
  if (ratio >= 1) return { factor: ratio, low, high };
  return {
    factor: 1 / ratio,
    low: high === null || high <= 0 ? null : 1 / high,
    high: low === null || low <= 0 ? null : 1 / low,
  };
}

function inUnit({ formats }: Catalogue, unit: string, value: number): string {
  switch (unit) {
    case 'tok/s':
      return formats.rate(value);
    case 'us':
      return formats.duration(value);
    case 's':
      return formats.seconds(value);
    case 'bytes':
      return formats.bytes(value);
    case 'share':
      return formats.share(value);
    case 'req/s':
      return `${formats.requests(value)} req/s`;
    default:
      return formats.requests(value);
  }
}
