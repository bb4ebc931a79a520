/** One measured point; `low` and `high` span its repeats. An invalid one is drawn hollow. */
export type ChartPoint = {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly isInvalid: boolean;
};

export type ChartLine = { readonly name: string; readonly points: readonly ChartPoint[] };

/** A line chart as data: everything that is drawn comes from here. Both axes begin at zero. */
export type LineChart = {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly legend: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** At most six, or nobody can tell them apart. */
  readonly lines: readonly ChartLine[];
};
