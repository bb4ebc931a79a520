/** What the marks of a chart in characters stand for; each is said only where it is drawn. */
export type ChartLegendWords = {
  readonly letters: string;
  readonly users: string;
  readonly percentiles: string;
  readonly spread: string;
  readonly fitted: string;
  readonly crossing: string;
  readonly frontier: string;
  readonly invalid: string;
  readonly load: string;
  readonly strip: string;
  /** The characters of a distribution: they differ where the terminal has no Unicode. */
  readonly stripPlain: string;
  sentence(parts: readonly string[]): string;
};

/** The words of the screen of one result. */
export type ResultWords = {
  readonly overview: string;
  readonly measured: string;
  readonly verdict: string;
  readonly stages: string;
  readonly untrusted: string;
  readonly allTrusted: string;
  readonly judging: string;
  readonly nothingMeasured: string;
  readonly failedTargets: string;
  /** How many stages there are, and of how many kinds of work. */
  extent(counts: { readonly stages: number; readonly targets: number; readonly failed: number }): string;
  /** Which columns of a table are in sight, and the keys that bring others. */
  columns(sight: {
    readonly from: number;
    readonly to: number;
    readonly all: number;
    readonly keys: string;
  }): string;
  /** Which lines of a chapter are in sight. */
  position(sight: { readonly from: number; readonly to: number; readonly all: number }): string;
  /** Findings, and what is marked as doubtful, of a chapter. */
  counts(counts: { readonly findings: number; readonly doubts: number }): string;
  searchFor(text: string): string;
  found(match: { readonly at: number; readonly all: number; readonly text: string }): string;
  notFound(text: string): string;
  readonly writing: string;
  written(files: { readonly folder: string; readonly names: readonly string[] }): string;
  writeFailed(reason: string): string;
  readonly keys: {
    readonly scroll: string;
    readonly page: string;
    readonly ends: string;
    readonly sideways: string;
    readonly chapter: string;
    readonly number: string;
    readonly search: string;
    readonly next: string;
    readonly language: string;
    readonly write: string;
  };
  readonly legend: ChartLegendWords;
};
