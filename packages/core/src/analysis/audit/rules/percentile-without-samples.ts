import type { Result } from '../../../result/result-file.ts';
import { requiredSamples } from '../../../statistics/required-samples.ts';
import { type AuditPlace, distinctPlaces, placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';
import { percentileShares, printedDistributions } from '../reading/printed-percentiles.ts';

/** A percentile (a share of 1) of too few samples; `cells` says how many figures of the document are like it. */
export type PercentileWithoutSamples = {
  /** As the result or the source calls it. */
  readonly metric: string;
  readonly percentile: number;
  readonly samples: number;
  readonly required: number;
  readonly cells: number;
};

/** Below it, an estimate of few samples is rough, but not blind for what it names. */
const lowestJudged = 0.9;

/** Percentiles of too few samples: one finding for all, with the cell that lacks most. */
export const percentileWithoutSamples: AuditRule<'percentile-without-samples', PercentileWithoutSamples> = {
  code: 'percentile-without-samples',
  severity: 'warning',
  explanation:
    'With fewer samples the chance is more than 1 % that not one of them lies above the true percentile: the figure cannot see the tail that it is named after.',
  reference: {
    basis: 'n >= ln 0.01 / ln p: 44 samples for p90, 90 for p95, 459 for p99, 4603 for p99.9',
    addresses: [],
  },
  find: (result) => {
    const cells = [...printedCells(result), ...leftOutCells(result)];
    const worst = cells.toSorted(
      (left, right) => right.required / right.samples - left.required / left.samples,
    )[0];
    if (worst === undefined) return [];
    const { metric, percentile, samples, required } = worst;
    return [
      {
        where: distinctPlaces(cells.flatMap(({ place }) => place ?? [])),
        evidence: { metric, percentile, samples, required, cells: cells.length },
      },
    ];
  },
};

type Cell = Omit<PercentileWithoutSamples, 'cells'> & { readonly place: AuditPlace | null };

const printedCells = (result: Result): Cell[] =>
  printedDistributions(result).flatMap(({ stage, metric, distribution }) => {
    const samples = distribution.count;
    if (samples === null) return [];
    return percentileShares.flatMap(([name, percentile]) => {
      if (distribution[name] === null) return [];
      return cellOf({ metric, percentile, samples, place: placeOf(stage) });
    });
  });

/** An import keeps no percentile of too few samples, and notes what its source printed: "TTFT: p99 77 ms left out, ... (of 400 samples)". */
function leftOutCells({ source }: Result): Cell[] {
  if (source.kind !== 'imported') return [];
  return source.notes.flatMap((note) => {
    const [, metric, list = '', count] =
      /^(.+?): (.+) left out, too few samples for it \(of (\d+) samples\)$/.exec(note) ?? [];
    if (metric === undefined || count === undefined) return [];
    return [...list.matchAll(/\bp(\d+(?:\.\d+)?)\b/g)].flatMap(([, percent]) =>
      cellOf({ metric, percentile: Number(percent) / 100, samples: Number(count), place: null }),
    );
  });
}

function cellOf(cell: Omit<Cell, 'required'>): Cell[] {
  if (cell.percentile < lowestJudged || cell.percentile >= 1 || cell.samples === 0) return [];
  const required = requiredSamples(cell.percentile);
  return cell.samples < required ? [{ ...cell, required }] : [];
}
