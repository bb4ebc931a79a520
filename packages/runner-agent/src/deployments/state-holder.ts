import type { DeploymentState } from './deployment-state.ts';

/** The state of one deployment, and the promises of what it becomes. */
export type StateHolder = {
  readonly now: () => DeploymentState;
  /** A move that the table does not know is left out: nothing follows after the end. */
  readonly enter: (next: DeploymentState) => void;
  /** The first state that is not `starting`. */
  readonly settled: Promise<DeploymentState>;
  /** `failed` or `stopped`. */
  readonly ended: Promise<DeploymentState>;
};

type Kind = DeploymentState['kind'];

const moves: Readonly<Record<Kind, readonly Kind[]>> = {
  starting: ['starting', 'ready', 'failed', 'stopped'],
  ready: ['failed', 'stopped'],
  failed: [],
  stopped: [],
};

/** Starts with `preparing`; `changed` hears of every state after it. */
export function createStateHolder(changed: (state: DeploymentState) => void): StateHolder {
  const settled = Promise.withResolvers<DeploymentState>();
  const ended = Promise.withResolvers<DeploymentState>();
  let state: DeploymentState = { kind: 'starting', step: 'preparing' };
  return {
    now: () => state,
    enter: (next) => {
      if (!moves[state.kind].includes(next.kind)) return;
      state = next;
      if (next.kind !== 'starting') settled.resolve(next);
      if (moves[next.kind].length === 0) ended.resolve(next);
      changed(next);
    },
    settled: settled.promise,
    ended: ended.promise,
  };
}
