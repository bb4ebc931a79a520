import type { KnownEngine } from './known-problem.ts';

/** What is known of a GPU; `null` is not known. */
export type GpuTraits = {
  /** `12.0` */
  readonly computeCapability: string | null;
};

/** What is known of a host, a server and its log when problems are looked for. What is not known is `null` or empty. */
export type ProblemFacts = {
  readonly logLines: readonly string[];
  readonly gpus: readonly GpuTraits[];
  readonly driver: string | null;
  /** The newest CUDA version that the driver runs. */
  readonly cuda: string | null;
  readonly engine: KnownEngine | 'other' | null;
  readonly engineVersion: string | null;
  /** The server's arguments, one by one, as its program gets them. */
  readonly arguments: readonly string[];
  /** Names of the environment variables that are set for the server. */
  readonly variables: readonly string[];
};

/** Nothing is known yet; spread it and give what is. */
export const noFacts: ProblemFacts = {
  logLines: [],
  gpus: [],
  driver: null,
  cuda: null,
  engine: null,
  engineVersion: null,
  arguments: [],
  variables: [],
};
