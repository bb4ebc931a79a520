import type {
  BenchmarkEvents,
  BenchmarkOrder,
  ClockZero,
  DeploymentPlan,
  Figure,
  OwnResult,
  OwnStage,
  Plan,
  RunningBenchmark,
  Target,
  TargetTls,
} from '@kneepoint/core';

/** Data that JSON holds. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
/** A JSON object. */
export type JsonObject = { readonly [name: string]: JsonValue };

/** The request whose answer is the first token of a server. */
export type FirstTokenRequest = {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** The server that is to be started. */
export type DeploymentOrder = {
  readonly id: string;
  /** The job that needs it; `null` where a person started it. */
  readonly job: string | null;
  /** The target's name in the plan. */
  readonly target: string;
  readonly engine: 'vllm' | 'sglang' | 'other' | null;
  readonly url: string;
  /** `null` for a server that already runs. */
  readonly deploy: DeploymentPlan | null;
  readonly tls: TargetTls;
  readonly headers: Readonly<Record<string, string>>;
  readonly firstToken: FirstTokenRequest | null;
};

/** How long a start took, in milliseconds, each unknown with its reason. */
export type StartupFigures = { readonly firstHealthyAnswer: Figure; readonly firstToken: Figure };

/** What a deployment is; `failed` and `stopped` are the end. */
export type DeployedState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly startup: StartupFigures }
  | { readonly kind: 'failed'; readonly failure: DeployedFailure }
  | { readonly kind: 'stopped' };

/** Why a server did not come up, or died. */
export type DeployedFailure = {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** The end of its log. */
  readonly lastLines: readonly { readonly text: string }[];
};

/** A server that was started, or taken as it runs. */
export type DeployedServer = {
  state(): DeployedState;
  /** Settles with the first state that is not `starting`; never rejects. */
  readonly settled: Promise<DeployedState>;
  /** Its log from the first kept line; ends with the log, or when the reader returns. */
  logs(): AsyncIterableIterator<{ readonly text: string }>;
  /** What is known of it, as JSON data: image and digest, command, process ids. */
  describe(): Promise<object>;
  /** Stops it and all that it started. May be called at any time and more than once. */
  stop(): Promise<unknown>;
  /** Leaves it running for good: nobody will take it for an orphan. */
  release(): Promise<void>;
};

/** Starts servers, and finds again what an agent that was killed had started. */
export type Deployer = {
  start(order: DeploymentOrder): DeployedServer;
  /** Stops what agents that are gone had started and not released; says what it was. */
  removeOrphans(): Promise<
    readonly { readonly kind: string; readonly deployment: string; readonly what: string }[]
  >;
};

/** Measures; the functions of `core` that do. */
export type Benchmark = {
  run(order: BenchmarkOrder, events: BenchmarkEvents): RunningBenchmark;
  /** The result of all turns together, compared and judged. */
  assemble(run: MeasuredSoFar): OwnResult;
};

/** A job as far as it has been measured. */
export type MeasuredSoFar = {
  readonly order: BenchmarkOrder;
  readonly createdAt: string;
  readonly targets: readonly Target[];
  readonly stages: readonly OwnStage[];
  /** Request records written. */
  readonly records: number;
  /** `null` while it goes on. */
  readonly end: { readonly interrupted: boolean } | null;
};

/** Reads facts of this host, its GPUs and engines. */
export type EnvironmentReader = { read(): Promise<JsonObject> };

/** Watches GPU, memory and processes, on the clock of the runs. */
export type Probes = {
  /** The zero of that clock. */
  readonly zero: ClockZero;
  /** Microseconds since the zero. */
  now(): number;
  /** Watches the server that a target has now, by what its deployment says of itself. */
  watch(target: string, facts: object): void;
  forget(target: string): void;
  /** How long a phase without load is held so that it has samples, in milliseconds; 0 where nothing is sampled. */
  readonly restMillis: number;
  /** Calls back with each sample, several times a second, until the returned function is called. */
  subscribe(listener: (sample: JsonObject) => void): () => void;
};

/** The request that gives a target's first token; `null` leaves that figure unknown. */
export type FirstTokenOf = (target: Plan['targets'][number], plan: Plan) => FirstTokenRequest | null;

/** What is added to a result before it is written: facts of the environment, memory phases, start-up times. */
export type DescribeResult = (result: OwnResult, seen: SeenTargets) => Promise<OwnResult>;

/** What became of the targets of a job so far. */
export type SeenTargets = {
  readonly servers: readonly DescribedServer[];
  readonly failures: readonly FailedTarget[];
};

/** A target that did not start, or was gone before it could be measured. */
export type FailedTarget = {
  readonly target: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly logTail: readonly string[];
};

/** A server of a job as its result may describe it. */
export type DescribedServer = {
  readonly target: string;
  readonly startup: StartupFigures;
  readonly facts: object;
  /** Instants of the runs' clock, in microseconds; `endedAt` is `null` while it runs. */
  readonly startedAt: number;
  readonly readyAt: number;
  readonly endedAt: number | null;
};
