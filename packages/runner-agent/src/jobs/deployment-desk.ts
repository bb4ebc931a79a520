import { usageError } from '@kneepoint/core';
import { z } from 'zod';
import type { Redactor } from '../policy/redact.ts';
import { deploymentIdPattern, jobIdPattern, newDeploymentId } from './job-id.ts';
import { failureSchema, startupSchema } from './job-record.ts';
import { linesOf } from './lines-of.ts';
import type { DeployedServer, DeployedState, Deployer, DeploymentOrder } from './ports.ts';

/** A deployment as everybody may see it. Times are ISO 8601. */
export const deploymentRecordSchema = z.strictObject({
  id: z.string().regex(deploymentIdPattern),
  /** The target's name in its plan. */
  target: z.string(),
  kind: z.enum(['docker', 'process', 'external']),
  url: z.string(),
  /** The job that it is for; `null` where a person started it. */
  job: z.string().regex(jobIdPattern).nullable(),
  state: z.enum(['starting', 'ready', 'failed', 'stopped']),
  startedAt: z.string(),
  startup: startupSchema.nullable(),
  failure: failureSchema.nullable(),
  /** The end of the log of a server that failed. */
  logTail: z.array(z.string()),
});
/** A deployment as everybody may see it. */
export type DeploymentRecord = z.infer<typeof deploymentRecordSchema>;

/** A server that this agent has started or taken over. */
export type Deployment = {
  readonly id: string;
  readonly server: DeployedServer;
  readonly record: () => DeploymentRecord;
};

type Held = Deployment & { readonly redactor: Redactor; released: boolean };

/** Ended deployments that are still told of. */
const toldOf = 50;

/** The servers that this agent runs, whoever asked for them. */
export class DeploymentDesk {
  readonly #deployer: Deployer;
  readonly #most: number;
  readonly #held = new Map<string, Held>();

  constructor(deployer: Deployer, most: number) {
    this.#deployer = deployer;
    this.#most = most;
  }

  /** Newest last. */
  list(): readonly DeploymentRecord[] {
    return [...this.#held.values()].map((held) => held.record());
  }

  find(id: string): Deployment | null {
    return this.#held.get(id) ?? null;
  }

  /** The log of a deployment, secrets taken out; `null` for one that is not known. */
  logs(id: string, signal: AbortSignal): AsyncGenerator<string> | null {
    const held = this.#held.get(id);
    return held === undefined ? null : linesOf(held.server, held.redactor, signal);
  }

  /** Begins a deployment that the policy has let through. Throws a usage error where too many run. */
  start(order: Omit<DeploymentOrder, 'id'>, redactor: Redactor): Deployment {
    const running = this.list().filter(({ state }) => state === 'starting' || state === 'ready').length;
    if (running >= this.#most)
      throw usageError(
        'too-many-deployments',
        `${running} deployments run already`,
        'stop one of them first',
      );
    const id = newDeploymentId();
    const server = this.#deployer.start({ ...order, id });
    const startedAt = new Date().toISOString();
    const record = (): DeploymentRecord => recordOf({ ...order, id }, { server, redactor, startedAt });
    const held: Held = { id, server, redactor, record, released: false };
    this.#held.set(id, held);
    this.#forgetOld();
    return held;
  }

  /** Leaves a server running when the agent ends. */
  async release(id: string): Promise<void> {
    const held = this.#held.get(id);
    if (held === undefined) return;
    held.released = true;
    await held.server.release();
  }

  /** Stops all that was not released. */
  async stopAll(): Promise<void> {
    const stopping = [...this.#held.values()].filter((held) => !held.released);
    await Promise.allSettled(stopping.map((held) => held.server.stop()));
  }

  #forgetOld(): void {
    const ended = [...this.#held].filter(([, held]) =>
      ['failed', 'stopped'].includes(held.server.state().kind),
    );
    for (const [id] of ended.slice(0, Math.max(0, ended.length - toldOf))) this.#held.delete(id);
  }
}

type Seen = { readonly server: DeployedServer; readonly redactor: Redactor; readonly startedAt: string };

function recordOf(order: DeploymentOrder, { server, redactor, startedAt }: Seen): DeploymentRecord {
  const state = server.state();
  const { id, target, url, job, deploy } = order;
  return redactor.value({
    id,
    target,
    kind: deploy?.kind ?? 'external',
    url,
    job,
    state: state.kind,
    startedAt,
    startup: state.kind === 'ready' ? state.startup : null,
    failure: state.kind === 'failed' ? failureOfState(state) : null,
    logTail: state.kind === 'failed' ? state.failure.lastLines.map(({ text }) => text) : [],
  });
}

/** Exit code 3: the target is not there. */
const failureOfState = ({
  failure,
}: Extract<DeployedState, { kind: 'failed' }>): DeploymentRecord['failure'] => ({
  code: failure.code,
  message: failure.message,
  hint: failure.hint,
  exitCode: 3,
});
