import type { DatasetFormat } from './prompt-plan.ts';

/** Formats of trace files. */
export const traceFormats = ['mooncake', 'azure', 'burstgpt', 'timestamps'] as const;
/** One of them. */
export type TraceFormat = (typeof traceFormats)[number];

/** A file that stages name, before it is read. `source` is the path as it is written: it is the file's name in the plan. */
export type WorkloadFile =
  | {
      readonly kind: 'trace';
      readonly source: string;
      readonly format: 'auto' | TraceFormat;
      readonly skipBadLines: boolean;
    }
  | {
      readonly kind: 'dataset';
      readonly source: string;
      readonly format: 'auto' | DatasetFormat;
      readonly skipBadLines: boolean;
    }
  | { readonly kind: 'lengths'; readonly source: string }
  | { readonly kind: 'prompts'; readonly source: string };

/** What planning has to know of the files that were read, by their source. */
export type FileFacts = {
  readonly traces: ReadonlyMap<string, TraceFacts>;
  readonly datasetFormats: ReadonlyMap<string, DatasetFormat>;
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  readonly prompts: ReadonlyMap<string, readonly string[]>;
};

/** The number of recorded requests and their instants in microseconds from the first, never falling. */
export type TraceFacts = { readonly count: number; readonly instants: ArrayLike<number> };

/** Nothing was read: enough for stages that name no file. */
export const noFileFacts: FileFacts = {
  traces: new Map(),
  datasetFormats: new Map(),
  lengths: new Map(),
  prompts: new Map(),
};

/** The fact of a source. That it is missing is a mistake in Kneepoint: files are read before stages are planned. */
export function factOf<Fact>(facts: ReadonlyMap<string, Fact>, source: string): Fact {
  const fact = facts.get(source);
  if (fact === undefined) throw new Error(`stages were planned before the file ${source} was read`);
  return fact;
}
