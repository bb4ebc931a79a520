import type { DifferenceCell, GateReason, ResultDifference } from '@kneepoint/core';
import type { Catalogue, ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import type { ChangedFigure } from '../catalogue/diff-words.ts';
import { levelName } from '../model/report-context.ts';
import { changeFormat, levelText, valueText } from './difference-texts.ts';

/** A comparison of two results in one language, before it has a format. */
export type DescribedDifference = {
  readonly title: string;
  /** Says all that a reader in a hurry must know. */
  readonly sentence: string;
  readonly columns: readonly string[];
  readonly rows: readonly DescribedRow[];
  /** What must be known besides the figures. */
  readonly notes: readonly string[];
  readonly rule: string;
  readonly runs: string;
};

/** A figure's cells, in the order of the columns, and its verdict for a format that shows it. */
export type DescribedRow = {
  readonly verdict: DifferenceCell['verdict'];
  readonly cells: readonly string[];
};

/** The sentence, the table and the notes of a comparison of two results. */
export function describeDifference(
  difference: ResultDifference,
  language: ReportLanguage,
): DescribedDifference {
  const catalogue = catalogues[language];
  const { diff, formats } = catalogue;
  const { baseline, candidate } = difference;
  const runText = (run: ResultDifference['baseline']): string =>
    `${run.name} (${run.id}, ${formats.instant(run.createdAt)})`;
  const { target, level, metric, baseline: from, candidate: to, change, allowed, verdict } = diff.columns;
  return {
    title: diff.title(baseline.name, candidate.name),
    sentence: sentenceOf(difference, catalogue),
    columns: [target, level, metric, from, to, change, allowed, verdict],
    rows: difference.cells.map((cell) => ({
      verdict: cell.verdict,
      cells: rowOf(cell, difference, catalogue),
    })),
    notes: notesOf(difference, catalogue),
    rule: diff.rule,
    runs: diff.runs(runText(baseline), runText(candidate)),
  };
}

function sentenceOf(difference: ResultDifference, catalogue: Catalogue): string {
  const { verdict, cells } = difference;
  const { diff } = catalogue;
  switch (verdict) {
    case 'pass':
      return diff.pass(cells.length, allowedText(cells, catalogue));
    case 'fail': {
      const failed = cells.filter((cell) => cell.verdict === 'fail');
      const [worst] = failed.toSorted((one, other) => worsening(other) - worsening(one));
      return diff.fail(
        failed.length,
        cells.length,
        worst === undefined ? null : changedFigure(worst, difference, catalogue),
      );
    }
    case 'inconclusive': {
      const undecided = cells.filter((cell) => cell.verdict === 'inconclusive');
      return diff.inconclusive(undecided.length, cells.length, {
        reason: mainReason(undecided),
        repeats: neededRepeats(undecided),
      });
    }
  }
}

/** As many as the cell needs that needs most; `null` where that of one is not known. */
function neededRepeats(undecided: readonly DifferenceCell[]): number | null {
  const repeats = undecided.map((cell) => cell.repeatsToDecide);
  return repeats.includes(null) ? null : Math.max(...repeats.map((count) => count ?? 0));
}

/** How much worse, as a logarithm; below zero for a change for the better. */
const worsening = ({ ratio, better }: DifferenceCell): number =>
  ratio === null ? 0 : Math.log(ratio) * (better === 'higher' ? -1 : 1);

function mainReason(undecided: readonly DifferenceCell[]): GateReason {
  const counts = Map.groupBy(undecided, ({ reasons }) => reasons[0] ?? 'interval-over-limit');
  const [main] = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  return main?.[0] ?? 'level-missing';
}

function allowedText(cells: readonly DifferenceCell[], { diff, formats }: Catalogue): string {
  const shares = [...new Set(cells.map(({ allowed }) => allowed))].sort((one, other) => one - other);
  const texts = shares.map(formats.share);
  return texts.length > 1 ? diff.span(texts[0] ?? '', texts.at(-1) ?? '') : (texts[0] ?? '');
}

function changedFigure(
  cell: DifferenceCell,
  difference: ResultDifference,
  catalogue: Catalogue,
): ChangedFigure {
  const [, level = '', metric = '', baseline = '', candidate = ''] = rowOf(cell, difference, catalogue);
  const change = changeFormat(catalogue);
  return {
    metric,
    target: targetText(cell, catalogue),
    level,
    baseline,
    candidate,
    change: change((cell.ratio ?? 1) - 1),
    low: change((cell.interval?.low ?? 1) - 1),
    high: change((cell.interval?.high ?? 1) - 1),
  };
}

function rowOf(cell: DifferenceCell, { cells }: ResultDifference, catalogue: Catalogue): string[] {
  const { diff, formats } = catalogue;
  const repeats = cell.repeatsToDecide === null ? [] : [diff.repeats(cell.repeatsToDecide)];
  const why = [...cell.reasons.map((reason) => diff.reason[reason]), ...repeats];
  return [
    targetText(cell, catalogue),
    levelText(cell, sameTarget(cell, cells), catalogue),
    diff.metric(cell.metric),
    valueText(cell.unit, cell.baselineValue, catalogue),
    valueText(cell.unit, cell.candidateValue, catalogue),
    changeText(cell, catalogue),
    formats.share(cell.allowed),
    why.length === 0
      ? diff.verdict[cell.verdict]
      : diff.labelled(diff.verdict[cell.verdict], diff.reasons(why)),
  ];
}

const sameTarget = (cell: DifferenceCell, cells: readonly DifferenceCell[]): readonly DifferenceCell[] =>
  cells.filter((other) => other.target.candidate === cell.target.candidate);

const targetText = ({ target }: DifferenceCell, { diff }: Catalogue): string =>
  target.baseline === target.candidate ? target.candidate : diff.renamed(target.baseline, target.candidate);

function changeText({ ratio, interval }: DifferenceCell, catalogue: Catalogue): string {
  if (ratio === null) return catalogue.diff.unknown;
  const change = changeFormat(catalogue);
  if (interval === null) return change(ratio - 1);
  return `${change(ratio - 1)} (${catalogue.diff.span(change(interval.low - 1), change(interval.high - 1))})`;
}

function notesOf(difference: ResultDifference, catalogue: Catalogue): string[] {
  const { diff } = catalogue;
  const { loneTargets, loneLevels, runDifferences } = difference;
  return [
    ...runDifferences.map(diff.runDifference),
    ...(['baseline', 'candidate'] as const).flatMap((side) =>
      loneTargets[side].length === 0 ? [] : [diff.loneTargets(side, loneTargets[side])],
    ),
    ...loneLevels.map((level) => diff.loneLevel(level.only, level.target, levelName(catalogue, level))),
  ];
}
