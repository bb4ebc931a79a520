import { setTimeout as delay } from 'node:timers/promises';
import type { Deployment, DeploymentDesk } from './deployment-desk.ts';
import { failureOf, problemOf } from './failure-of.ts';
import type { JobMeasurements } from './job-measurements.ts';
import type { Failure } from './job-record.ts';
import { linesOf } from './lines-of.ts';
import type { LiveJob } from './live-job.ts';
import type { Probes } from './ports.ts';
import type { PreparedJob } from './prepare-job.ts';

/** What the servers of a job are started, watched and told of with. */
export type ServerTools = {
  readonly job: LiveJob;
  readonly measured: JobMeasurements;
  readonly deployments: PreparedJob['deployments'];
  readonly desk: DeploymentDesk;
  readonly probes: Probes;
  /** Aborts when a person stops the job: servers that start are stopped. */
  readonly interrupt: AbortSignal;
  /** Aborts when the job has nothing more to say. */
  readonly over: AbortSignal;
  /** A target cannot be measured. */
  readonly failed: (name: string, failure: Failure, logTail: readonly string[]) => Promise<void>;
};

/** The servers that run for the turn of a job: from their start, by way of ready, to their end. */
export class JobServers {
  readonly #tools: ServerTools;
  readonly #running = new Map<string, Deployment>();

  constructor(tools: ServerTools) {
    this.#tools = tools;
  }

  /** Whether the target can be measured. One that needs no deployment can. */
  async deploy(name: string): Promise<boolean> {
    const { job, desk, probes, deployments, failed } = this.#tools;
    const wanted = deployments.get(name);
    if (wanted === undefined) return true;
    job.say({ kind: 'deployment', target: name, state: 'starting', reason: null });
    await job.changeTarget(name, { state: 'deploying', failure: null, logTail: [] });
    try {
      const startedAt = probes.now();
      const deployment = desk.start({ ...wanted, job: job.id }, job.redactor);
      this.#running.set(name, deployment);
      void this.#followLog(name, deployment);
      return await this.#awaitReady(name, deployment, startedAt);
    } catch (error) {
      await failed(name, failureOf(error), []);
      return false;
    }
  }

  /** Stops the servers, or leaves them running for good. */
  async tearDown(keep: boolean): Promise<void> {
    const { job, desk, measured, probes } = this.#tools;
    for (const [name, { id, server }] of this.#running) {
      const ready = server.state().kind === 'ready';
      const kept = keep && ready;
      if (ready) await this.#rest();
      measured.serverEnds(name, probes.now());
      probes.forget(name);
      const problem = await problemOf(kept ? desk.release(id) : server.stop());
      if (problem === null) this.#running.delete(name);
      else job.say({ kind: 'note', text: `the server of ${name} could not be stopped: ${problem}` });
      job.say({ kind: 'deployment', target: name, state: kept ? 'kept' : 'stopped', reason: problem });
    }
  }

  /** Holds a phase without load until it has samples. */
  async #rest(): Promise<void> {
    const { probes, interrupt } = this.#tools;
    if (probes.restMillis > 0)
      await delay(probes.restMillis, null, { signal: interrupt }).catch(() => undefined);
  }

  async #followLog(name: string, { server }: Deployment): Promise<void> {
    const { job, over } = this.#tools;
    try {
      for await (const line of linesOf(server, job.redactor, over))
        job.say({ kind: 'log', target: name, line });
    } catch (error) {
      job.say({ kind: 'note', text: `the log of ${name} cannot be read: ${failureOf(error).message}` });
    }
  }

  async #awaitReady(name: string, { server }: Deployment, startedAt: number): Promise<boolean> {
    const { job, measured, probes, interrupt, failed } = this.#tools;
    const stop = (): void => void server.stop().catch(() => undefined);
    interrupt.addEventListener('abort', stop, { once: true });
    if (interrupt.aborted) stop();
    const state = await server.settled;
    interrupt.removeEventListener('abort', stop);
    if (state.kind === 'ready') {
      const { startup } = state;
      const facts = await server.describe();
      await job.changeTarget(name, { state: 'ready', startup, facts: { ...facts } });
      probes.watch(name, facts);
      measured.serverReady({ target: name, startup, facts, startedAt, readyAt: probes.now() });
      job.say({ kind: 'deployment', target: name, state: 'ready', reason: null });
      await this.#rest();
      return true;
    }
    if (state.kind === 'failed' && !interrupt.aborted) {
      const { code, message, hint, lastLines } = state.failure;
      const failure = { code, message: `${name}: ${message}`, hint, exitCode: 3 };
      const logTail = lastLines.map(({ text }) => text);
      await failed(name, failure, logTail);
    }
    return false;
  }
}
