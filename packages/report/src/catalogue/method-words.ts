import type { IntervalBasis, Stage } from '@kneepoint/core';

/** How was measured, by which definitions, and how to do it again. */
export type MethodWords = {
  readonly definitions: readonly { readonly name: string; readonly text: string }[];
  readonly facts: {
    readonly order: string;
    readonly orderText: (order: readonly string[], more: number) => string;
    readonly repeats: string;
    readonly repeatsText: (repeats: number) => string;
    readonly seed: string;
    readonly seedText: (seed: string, salt: string) => string;
    readonly tokenSource: string;
    readonly tokenSourceText: Record<Stage['tokens']['source'], string>;
    readonly requestsFile: string;
    readonly windows: string;
    readonly requestsPerStage: string;
    /** From the least to the most of all stages, already written as texts. */
    readonly rangeText: (least: string, most: string) => string;
  };
  readonly aggregation: string;
  readonly comparison: (methods: readonly string[]) => string;
  /** What an interval was drawn from. */
  readonly intervalBasis: Record<IntervalBasis, string>;
  readonly stagesSummary: (count: number) => string;
  readonly clientIntro: string;
  /** Another tool measured, and kept no record of its own health. */
  readonly noClient: string;
  /** Of a result that was imported, or put together from several. */
  readonly importedReproduce: string;
  readonly combinedReproduce: string;
  readonly sourceNotes: (count: number) => string;
  readonly reproduceIntro: string;
  readonly planIntro: string;
};
