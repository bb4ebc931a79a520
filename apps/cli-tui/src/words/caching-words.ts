/** What `kneepoint audit caching` says; the verdict's own sentence stays as the analysis wrote it. */
export type CachingWords = {
  readonly verdicts: {
    readonly cached: string;
    readonly 'not-cached': string;
    readonly inconclusive: string;
  };
  heading(verdict: string, keeps: string | null): string;
  server(url: string, model: string, api: string): string;
  readonly columns: { readonly distinct: string; readonly repeated: string; readonly ratio: string };
  readonly rows: {
    readonly firstToken: string;
    readonly laterToken: string;
    readonly wholeAnswer: string;
    readonly byAnswers: string;
    readonly byMetrics: string;
  };
  interval(ratio: string, low: string, high: string): string;
  basis(distinctStages: number, repeatedStages: number): string;
};
