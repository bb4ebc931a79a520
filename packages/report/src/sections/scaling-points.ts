import type { Scaling, ScalingPoint } from '@kneepoint/core';
import { type Block, type Cell, cell, left, right, type Tone } from '../model/document.ts';
import { candidateOutcomes, outcomeText } from '../model/outcome.ts';
import { type ReportContext, usersOf } from '../model/report-context.ts';

/**
 * A row per number of users: throughput of each target with its interval, the share of linear growth, and of two targets
 * who is ahead by how much. Nothing where fewer than two levels were measured: there is no growth to show.
 */
export function pointsTable(context: ReportContext): Block[] {
  const { catalogue, result } = context;
  const { scaling } = result.analysis;
  const { columns, formats } = catalogue;
  const users = allUsers(scaling);
  if (users.length < 2) return [];
  const isCompared = scaling.length > 1;
  return [
    {
      kind: 'table',
      columns: [
        right(columns.users),
        ...scaling.flatMap(({ target }) => [
          right(catalogue.page.aside(target, 'tok/s')),
          right(columns.ofLinear(target)),
        ]),
        ...(isCompared ? [left(columns.difference)] : []),
      ],
      rows: users.map((count) => [
        cell(formats.count(count)),
        ...scaling.flatMap((own) => pointCells(context, own, count)),
        ...(isCompared ? [differenceCell(context, count)] : []),
      ]),
      notes: notesOf(context, scaling),
    },
  ];
}

function allUsers(scaling: readonly Scaling[]): number[] {
  return [...new Set(scaling.flatMap(({ points }) => points.map((point) => point.users)))].sort(
    (one, other) => one - other,
  );
}

function pointCells({ catalogue }: ReportContext, scaling: Scaling, users: number): Cell[] {
  const { formats, words } = catalogue;
  const point = scaling.points.find((candidate) => candidate.users === users);
  if (point === undefined) return [cell(words.notMeasured, 'muted'), cell('')];
  const tone = toneOf(point);
  const { low, high, efficiency } = point;
  const interval =
    low === null || high === null ? null : `${formats.rateNumber(low)}–${formats.rateNumber(high)}`;
  return [
    cell(formats.rateNumber(point.throughput), tone, interval),
    efficiency === null ? cell(words.unknown, 'muted') : cell(formats.share(efficiency), tone),
  ];
}

const toneOf = ({ trust }: ScalingPoint): Tone => (trust === 'invalid' ? 'invalid' : 'plain');

/** The comparisons of the level's throughput; one user of the single-user suite is compared by its own speed. */
function differenceCell(context: ReportContext, users: number): Cell {
  const { catalogue, result, concurrency, singleUser } = context;
  const level = concurrency.find((candidate) => usersOf(candidate) === users);
  const outcomes =
    level !== undefined
      ? candidateOutcomes(result, level, 'outputThroughput')
      : users === 1 && singleUser !== null
        ? candidateOutcomes(result, singleUser, 'requestSpeed')
        : [];
  if (outcomes.length === 0) return cell(catalogue.levels.outcome({ kind: 'not-compared' }), 'muted');
  const isWon = outcomes.some(({ outcome }) => outcome.kind === 'won');
  return cell(outcomeText(outcomes, catalogue), isWon ? 'plain' : 'muted');
}

function notesOf({ catalogue }: ReportContext, scaling: readonly Scaling[]): string[] {
  const { growth } = catalogue.scaling;
  const points = scaling.flatMap((own) => own.points);
  const suites = new Set(points.map(({ suite }) => suite));
  const isMixed = suites.size > 1 && suites.has('single-user');
  return [
    growth.linear,
    ...(points.some(({ low }) => low !== null) ? [growth.intervals] : []),
    ...(isMixed ? [growth.otherSuite(catalogue.words.suite['single-user'], 1)] : []),
    ...(points.some(({ trust }) => trust === 'invalid') ? [catalogue.levels.invalidNote] : []),
  ];
}
