import type { ScaleKind } from './scale.ts';

/** What stands in a row: a bar from zero with its value in words, or a distribution by its quantiles. */
export type RowMark =
  | {
      readonly kind: 'bar';
      readonly value: number;
      readonly low: number | null;
      readonly high: number | null;
      readonly text: string;
    }
  | { readonly kind: 'strip'; readonly quantiles: StripQuantiles };

/** `p99` is `null` where there are too few samples for it. */
export type StripQuantiles = {
  readonly min: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p99: number | null;
  readonly max: number;
};

export type ChartRow = {
  readonly name: string;
  /** The colour: the same number is the same target in every chart. */
  readonly series: number;
  readonly isInvalid: boolean;
  readonly mark: RowMark;
};

/** Rows that are compared with each other: the targets at one level or with one language. */
export type RowGroup = { readonly name: string; readonly rows: readonly ChartRow[] };

/** A chart of horizontal rows over one axis; the axis begins at zero unless its scale is logarithmic. */
export type RowChart = {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  readonly legend: readonly string[];
  readonly formatX: (value: number) => string;
  readonly xScale: ScaleKind;
  readonly groups: readonly RowGroup[];
};
