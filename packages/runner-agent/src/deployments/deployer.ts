import type { DeploymentPlan, TargetTls } from '@kneepoint/core';
import type { DeploymentDescription } from './deployment-description.ts';
import type { DeploymentState, StartupFigures } from './deployment-state.ts';
import type { PullProgress } from './docker/pull-progress.ts';
import type { LogLine } from './logs/log-buffer.ts';
import type { Orphan } from './orphan.ts';
import type { FirstTokenRequest } from './readiness/first-token.ts';

/** The server that is to be started. */
export type DeploymentOrder = {
  /** Letters, digits, `-` and `_`, at most 64; unique among everything that this agent ever starts. */
  readonly id: string;
  /** The job that needs it. */
  readonly job: string | null;
  /** The target's name in the plan. */
  readonly target: string;
  readonly engine: 'vllm' | 'sglang' | 'other' | null;
  readonly url: string;
  /** `null` for a server that already runs: nothing is started or stopped. */
  readonly deploy: DeploymentPlan | null;
  readonly tls: TargetTls;
  /** Sent with every question; the API key for example. */
  readonly headers: Readonly<Record<string, string>>;
  /** The request whose answer is the first token; `null` leaves that figure unknown. */
  readonly firstToken: FirstTokenRequest | null;
};

/** What a deployment tells while it goes on. */
export type DeploymentEvents = {
  readonly stateChange?: (state: DeploymentState) => void;
  readonly pullProgress?: (progress: PullProgress) => void;
};

/** One server that was started, or found running. */
export type Deployment = {
  readonly id: string;
  readonly state: () => DeploymentState;
  /** Settles with the first state that is not `starting`; never rejects. */
  readonly settled: Promise<DeploymentState>;
  /** Settles when nothing of it runs any more and it is `failed` or `stopped`; never rejects. */
  readonly ended: Promise<DeploymentState>;
  /** Kept lines from that number on, then new ones until the log ends. A gap in the numbers is lines that were dropped. */
  readonly logs: (fromLine?: number) => AsyncIterableIterator<LogLine>;
  /** Lines so far, the dropped ones too. */
  readonly logLines: () => number;
  readonly describe: () => Promise<DeploymentDescription>;
  readonly startup: () => StartupFigures;
  /** Stops it, and waits until nothing of it is left. May be called at any time and more than once. */
  readonly stop: () => Promise<DeploymentState>;
  /** Leaves the server running for good: nobody will take it for an orphan. */
  readonly release: () => Promise<void>;
};

/** Starts servers, and finds those that an agent before it left behind. */
export type Deployer = {
  readonly start: (order: DeploymentOrder, events?: DeploymentEvents) => Deployment;
  /** What agents that are gone had started and what still runs. */
  readonly findOrphans: () => Promise<readonly Orphan[]>;
  /** Ends it; says what was ended. */
  readonly removeOrphans: () => Promise<readonly Orphan[]>;
  readonly close: () => Promise<void>;
};
