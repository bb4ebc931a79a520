import type { ScaleKind } from './scale.ts';

/** One measured point; `low` and `high` span what the chart's legend says, `null` where nothing is known of it. */
export type ChartPoint = {
  readonly x: number;
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Drawn hollow, never left out. */
  readonly isInvalid: boolean;
  /** Whether a straight segment joins it to the point before it; the first point's is of no use. */
  readonly isJoined: boolean;
  /** Written beside the mark where there is room. */
  readonly note: string | null;
};

export type ChartLine = {
  /** Written at the line's end. */
  readonly name: string;
  /** Colour and mark: the same number is the same target in every chart. */
  readonly series: number;
  readonly weight: 'thick' | 'thin';
  readonly spread: 'band' | 'whisker';
  /** Lines of samples have too many points for marks. */
  readonly hasMarks: boolean;
  readonly points: readonly ChartPoint[];
};

/** A fitted curve: dashed, in the colour of its series. */
export type ChartCurve = {
  readonly series: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
};

/** An upright line where two lines cross; `low` and `high` are its interval. */
export type ChartCrossing = {
  readonly x: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
};

/** A stretch of x with a grey ground behind the lines, `height` as a share of the plot's, and its number. */
export type ChartGround = {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly text: string;
};

/** A stretch of x that is named above the plot. */
export type ChartSpan = { readonly from: number; readonly to: number; readonly text: string };

/** A line chart as data: everything that is drawn comes from here. x begins at zero, and so does y unless its scale is logarithmic. */
export type LineChart = {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly legend: readonly string[];
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly yScale: ScaleKind;
  /** Ticks of x at the measured points, or at round numbers. */
  readonly xTicks: 'points' | 'round';
  /** At most six, or nobody can tell them apart. */
  readonly lines: readonly ChartLine[];
  readonly curves: readonly ChartCurve[];
  /** A stepped line under no mark, from left to right; empty for none. */
  readonly steps: readonly { readonly x: number; readonly y: number }[];
  readonly crossings: readonly ChartCrossing[];
  readonly ground: readonly ChartGround[];
  readonly spans: readonly ChartSpan[];
};

/** What a chart has besides its lines, where it has nothing. */
export const linesAlone = {
  curves: [],
  steps: [],
  crossings: [],
  ground: [],
  spans: [],
} as const satisfies Partial<LineChart>;

/** The most lines that one chart draws. */
export const mostLines = 6;
