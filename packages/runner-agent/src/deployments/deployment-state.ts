import type { Figure } from '@kneepoint/core';
import type { LogLine } from './logs/log-buffer.ts';
import type { DeploymentProblem } from './outcome.ts';

/** What is under way until a server answers. */
export type StartingStep = 'preparing' | 'pulling' | 'creating' | 'waiting' | 'first-token';

/** How long the start took, from the start of the process or container on. */
export type StartupFigures = {
  /** To the first healthy answer, in milliseconds. */
  readonly firstHealthyAnswer: Figure;
  /** To the end of the first answer of one token, in milliseconds. */
  readonly firstToken: Figure;
};

/** How a server ended. */
export type ServerExit =
  | {
      readonly kind: 'exited';
      readonly code: number | null;
      readonly signal: string | null;
      /** Whether the kernel ended it for want of memory; `null` where nobody says. */
      readonly outOfMemory: boolean | null;
    }
  /** Nobody can say any more what became of it. */
  | { readonly kind: 'lost'; readonly reason: string };

/** Why a deployment failed, with what its log says. */
export type DeploymentFailure = DeploymentProblem & {
  readonly exit: ServerExit | null;
  /** The end of the log. */
  readonly lastLines: readonly LogLine[];
  /** Lines, also earlier ones, that look like an error. */
  readonly errorLines: readonly LogLine[];
};

/**
 * What a deployment is.
 *
 *     starting -> ready | failed | stopped
 *     ready    -> failed (the server died) | stopped
 *     failed, stopped: the end; nothing of it runs any more
 */
export type DeploymentState =
  | { readonly kind: 'starting'; readonly step: StartingStep }
  | { readonly kind: 'ready'; readonly startup: StartupFigures }
  | { readonly kind: 'failed'; readonly failure: DeploymentFailure }
  | { readonly kind: 'stopped'; readonly exit: ServerExit | null };
