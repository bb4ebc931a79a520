import type { WorkaroundCode } from '@kneepoint/core';

/** What is said of the host, the model, the engines and the run: the first section. */
export type FactWords = {
  readonly system: string;
  readonly run: string;
  readonly engines: string;
  readonly gpuCount: (count: number, name: string) => string;
  readonly gpuMemory: string;
  readonly computeCapability: string;
  readonly driver: string;
  readonly cuda: string;
  readonly containerEngine: string;
  readonly python: string;
  readonly limits: string;
  /** What this process may use of the host; `null` for a part without a limit. */
  readonly limitsText: (cores: number | null, bytes: number | null) => string;
  readonly revision: string;
  readonly precision: string;
  readonly quantization: string;
  readonly notQuantized: string;
  readonly parameters: string;
  readonly parametersText: (count: number) => string;
  readonly weights: string;
  readonly packages: string;
  readonly loadFrom: string;
  readonly sameHost: string;
  readonly otherHost: (host: string | null) => string;
  /** The figures are those of another tool or of a person's document; names of its files. */
  readonly imported: (tool: string | null, version: string | null, files: readonly string[]) => string;
  readonly combined: (results: readonly { readonly name: string; readonly instant: string }[]) => string;
  /** Facts that results which were put together do not agree on, in the results' order. */
  readonly differing: (values: readonly string[]) => string;
  readonly declared: string;
  /** Of a table whose figures all stand as a source gives them. */
  readonly declaredTable: string;
  readonly importedOn: (instant: string) => string;
  readonly unknownFacts: (facts: readonly string[], reason: string) => string;
  readonly notGiven: (facts: readonly string[]) => string;
};

/** What is said of how the servers were started: the second section. */
export type DeploymentWords = {
  readonly heading: string;
  readonly alreadyRan: (targets: readonly string[]) => string;
  readonly notSaid: (targets: readonly string[]) => string;
  readonly digest: string;
  readonly localImage: string;
  readonly port: string;
  readonly portText: (host: number, container: number) => string;
  readonly folder: string;
  readonly startedAs: string;
  readonly asContainer: string;
  readonly asProcess: string;
  readonly argument: string;
  readonly remark: string;
  /** What a reader should know of an argument; a workaround is called one, with why. */
  readonly argumentRemarks: Record<WorkaroundCode, string>;
  readonly dockerRun: string;
  readonly compose: string;
  readonly process: string;
  /** The commands are made of less than was known when the server was started. */
  readonly incomplete: string;
  readonly asWritten: string;
  readonly parity: string;
  readonly parityIntro: string;
  readonly parityNone: string;
  /** Nothing was found, but the settings of these targets are not known. */
  readonly parityUnchecked: (targets: readonly string[]) => string;
  readonly difference: string;
  readonly favours: string;
  readonly nobodyKnown: string;
};

/** What is said of sections that this result has nothing for. */
export type AbsentWords = {
  readonly memory: string;
  readonly languages: string;
  readonly scaling: string;
  readonly performance: string;
};

/** What is said of loads besides the tables of levels. */
export type PerformanceWords = {
  readonly limitShare: string;
  readonly limitNote: string;
  /** Columns or rows that no target has a figure for. */
  readonly nowhereKnown: (figures: readonly string[], reasons: readonly string[]) => string;
};

/** The appendix: how to start and to ask each target. */
export type AppendixWords = {
  readonly heading: string;
  /** Where no target has a quick start. */
  readonly rawHeading: string;
  readonly deploy: string;
  readonly ask: string;
  readonly health: string;
  /** The text that the command sends. */
  readonly greeting: string;
  readonly nativeLimits: string;
  readonly raw: string;
  readonly resultText: (id: string) => string;
  readonly requestsText: (file: string, count: number) => string;
};
