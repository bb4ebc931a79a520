import type { Named, Point, WonRatio } from './statement-parts.ts';

/** A line or a row of a chart with its points, each already written. */
export type DescribedLine = { readonly name: string; readonly points: readonly string[] };

/** A target with the span in which its values lie. */
export type NamedSpan = { readonly target: string; readonly low: number; readonly high: number };

/** The names of axes, each with its unit. */
export type AxisWords = {
  readonly users: string;
  readonly throughput: string;
  readonly perUser: string;
  readonly firstToken: string;
  readonly tokenGap: string;
  readonly chunkGap: string;
  readonly answerSpeed: string;
  readonly time: string;
  readonly memory: string;
  /** The axis's name with the remark that its scale is logarithmic. */
  readonly logarithmic: (axis: string) => string;
};

/** The titles of charts: each says the answer to the chart's question. */
export type ChartTitles = {
  readonly won: (users: number, ratio: WonRatio, loser: string) => string;
  readonly noDifference: (users: number) => string;
  readonly growth: (target: string, from: Point, to: Point) => string;
  readonly throughput: string;
  /** Per-user speeds in tok/s at a level. */
  readonly tradeOff: (users: number, speeds: readonly Named[]) => string;
  /** Times to first token in microseconds at a level. */
  readonly firstToken: (users: number, percentile: string, times: readonly Named[]) => string;
  readonly tokenGap: (users: number, percentile: string, gaps: readonly Named[]) => string;
  readonly chunkGap: (users: number, percentile: string, gaps: readonly Named[]) => string;
  /** Eight of ten times to first token lie in the span, microseconds. */
  readonly distribution: (users: number, spans: readonly NamedSpan[]) => string;
  /** The slowest and the fastest language in tok/s. */
  readonly languages: (spans: readonly NamedSpan[]) => string;
  readonly languageSpeed: string;
  /** The most bytes that each held. */
  readonly memory: (most: readonly Named[]) => string;
};

/** The statements of a chart's legend: what its signs stand for. */
export type LegendWords = {
  readonly marks: string;
  /** A band is the 95 % interval of the mean over repeats. */
  readonly band: string;
  readonly repeats: string;
  readonly bars: (repeats: number) => string;
  readonly invalid: string;
  readonly fitted: string;
  readonly crossover: string;
  readonly pareto: string;
  readonly usersAtMarks: string;
  readonly percentiles: string;
  readonly onePercentile: (percentile: string) => string;
  readonly leftOut: string;
  readonly strip: string;
  readonly background: string;
  readonly openGaps: string;
  /** Lines or rows that there was no room for. */
  readonly more: (hidden: number) => string;
};

/** What charts say. */
export type ChartWords = {
  readonly axis: AxisWords;
  readonly title: ChartTitles;
  readonly legend: LegendWords;
  /** What a fold with a chart's numbers is called. */
  readonly numbers: string;
  readonly describe: (lines: readonly DescribedLine[]) => string;
  /** The mark where two lines cross, with its interval if known. */
  readonly crossover: (
    users: number,
    interval: { readonly low: number; readonly high: number } | null,
  ) => string;
  readonly least: string;
  readonly greatest: string;
  readonly interval: string;
  readonly onFrontier: string;
  readonly yes: string;
  readonly memoryOf: (target: string, gpu: number | null) => string;
  readonly wholeGpu: (gpu: number) => string;
  readonly from: string;
  readonly to: string;
  /** Short names of the phases of a server's life, for a band over the plot. */
  readonly phases: Record<'loaded' | 'inference' | 'peak' | 'after', string>;
};
