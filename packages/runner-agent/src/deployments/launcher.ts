import type { DeploymentDescription } from './deployment-description.ts';
import type { ServerExit, StartingStep } from './deployment-state.ts';
import type { PullProgress } from './docker/pull-progress.ts';
import type { LogStream } from './logs/log-buffer.ts';
import type { Outcome } from './outcome.ts';
import type { Redact } from './redaction.ts';

/** What a launcher tells while it works. */
export type LaunchSink = {
  readonly step: (step: StartingStep) => void;
  readonly pullProgress: (progress: PullProgress) => void;
  /** Bytes as the server wrote them. */
  readonly output: (stream: LogStream, bytes: Uint8Array) => void;
  readonly redact: Redact;
  /** Aborts when nobody wants the server any more. */
  readonly signal: AbortSignal;
};

/** A server that was started. */
export type Launched = {
  /** The instant of its start by `performance.now()`, in milliseconds. */
  readonly startedAtMillis: number;
  /** Settles once the server is gone and all of its output was handed on; never rejects. */
  readonly exited: Promise<ServerExit>;
  readonly describe: () => Promise<DeploymentDescription>;
  /** Ends it and removes every trace; never rejects. What cannot be ended is told. */
  readonly stop: () => Promise<Outcome<ServerExit | null>>;
  readonly release: () => Promise<void>;
};

/** Starts one server. */
export type Launch = (sink: LaunchSink) => Promise<Outcome<Launched>>;
