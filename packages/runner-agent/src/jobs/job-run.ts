import { setTimeout as delay } from 'node:timers/promises';
import { discoverTarget, fixedStages, type TargetRequest } from '@kneepoint/core';
import type { Deployment, DeploymentDesk } from './deployment-desk.ts';
import { failureOf, problemOf } from './failure-of.ts';
import { type EndedJob, endOfJob } from './job-end.ts';
import { JobMeasurements } from './job-measurements.ts';
import type { Failure } from './job-record.ts';
import { addRecords } from './job-records.ts';
import { linesOf } from './lines-of.ts';
import type { LiveJob } from './live-job.ts';
import { MeasuredTurn } from './measured-turn.ts';
import type { Benchmark, DescribeResult, Probes } from './ports.ts';
import { type PreparedJob, recordsName } from './prepare-job.ts';
import type { Turn } from './turns.ts';

/** What a job is run with. */
export type RunTools = {
  readonly desk: DeploymentDesk;
  readonly benchmark: Benchmark;
  readonly describeResult: DescribeResult;
  readonly probes: Probes;
};

/** Runs one job from its first deployment to its last. A target that fails is recorded, and the others go on. */
export class JobRun {
  readonly #job: LiveJob;
  readonly #prepared: PreparedJob;
  readonly #tools: RunTools;
  readonly #measured: JobMeasurements;
  readonly #servers = new Map<string, Deployment>();
  readonly #failures: Failure[] = [];
  readonly #interrupt = new AbortController();
  /** Aborts when the job has nothing more to say. */
  readonly #over = new AbortController();
  #turn: MeasuredTurn | null = null;
  #turnsBegun = 0;

  constructor(job: LiveJob, prepared: PreparedJob, tools: RunTools) {
    this.#job = job;
    this.#prepared = prepared;
    this.#tools = tools;
    const { order, resumed } = prepared;
    const { benchmark, describeResult } = tools;
    this.#measured = new JobMeasurements(job, { order, resumed, benchmark, describeResult });
  }

  /** Starts nothing more; what is in flight ends, or with `now` is cut. What was measured is kept. */
  stop(now: boolean): void {
    this.#interrupt.abort();
    this.#turn?.stop(now);
  }

  get #stopped(): boolean {
    return this.#interrupt.signal.aborted;
  }

  /** Never rejects: whatever happens is in the job's record. */
  async run(): Promise<void> {
    const { turns } = this.#prepared;
    try {
      for (const [index, turn] of turns.entries()) {
        if (this.#stopped || this.#endsEarly()) break;
        await this.#takeTurn(turn, index === turns.length - 1);
      }
      if (this.#turnsBegun === 0) await this.#moveThroughEmpty();
    } catch (error) {
      this.#failures.push(failureOf(error));
    }
    await this.#end().catch((error: unknown) =>
      this.#job.say({ kind: 'note', text: failureOf(error).message }),
    );
    this.#over.abort();
    await this.#job.close();
  }

  /** Nothing was left to measure: a resumed run that was complete. */
  async #moveThroughEmpty(): Promise<void> {
    await this.#job.move('start', { startedAt: new Date().toISOString() });
    await this.#job.move('not-deployed', {}, 'nothing is left to measure');
  }

  #endsEarly(): boolean {
    const unmet = this.#measured.unmet();
    if (unmet === null) return false;
    this.#job.say({
      kind: 'note',
      text: `the threshold "${unmet}" is not met; the turns after it are not run`,
    });
    return true;
  }

  async #takeTurn(turn: Turn, isLast: boolean): Promise<void> {
    const begins = this.#turnsBegun++ === 0;
    await this.#job.move(
      begins ? 'start' : 'next-turn',
      begins ? { startedAt: new Date().toISOString() } : {},
    );
    const keep = this.#job.record.keep && isLast;
    const up = await Promise.all(turn.targets.map((name) => this.#deploy(name)));
    const targets = turn.targets.filter((_, index) => up[index]);
    if (this.#stopped) await this.#job.move('stop', {}, 'cancelled while servers started');
    else if (targets.length === 0)
      await this.#job.move('not-deployed', {}, 'no server of this turn is ready');
    else await this.#measure({ ...turn, targets });
    await this.#tearDown(keep);
  }

  /** Whether the target can be measured. One that needs no deployment can. */
  async #deploy(name: string): Promise<boolean> {
    const wanted = this.#prepared.deployments.get(name);
    if (wanted === undefined) return true;
    this.#job.say({ kind: 'deployment', target: name, state: 'starting', reason: null });
    await this.#job.changeTarget(name, { state: 'deploying', failure: null, logTail: [] });
    try {
      const startedAt = this.#tools.probes.now();
      const deployment = this.#tools.desk.start({ ...wanted, job: this.#job.id }, this.#job.redactor);
      this.#servers.set(name, deployment);
      void this.#followLog(name, deployment);
      return await this.#awaitReady(name, deployment, startedAt);
    } catch (error) {
      await this.#fail(name, failureOf(error), []);
      return false;
    }
  }

  /** Holds a phase without load until it has samples. */
  async #rest(): Promise<void> {
    const { restMillis } = this.#tools.probes;
    if (restMillis > 0)
      await delay(restMillis, null, { signal: this.#interrupt.signal }).catch(() => undefined);
  }

  async #followLog(name: string, { server }: Deployment): Promise<void> {
    const lines = linesOf(server, this.#job.redactor, this.#over.signal);
    try {
      for await (const line of lines) this.#job.say({ kind: 'log', target: name, line });
    } catch (error) {
      this.#job.say({ kind: 'note', text: `the log of ${name} cannot be read: ${failureOf(error).message}` });
    }
  }

  async #awaitReady(name: string, { server }: Deployment, startedAt: number): Promise<boolean> {
    const stop = (): void => void server.stop().catch(() => undefined);
    this.#interrupt.signal.addEventListener('abort', stop, { once: true });
    if (this.#stopped) stop();
    const state = await server.settled;
    this.#interrupt.signal.removeEventListener('abort', stop);
    if (state.kind === 'ready') {
      const facts = await server.describe();
      await this.#job.changeTarget(name, { state: 'ready', startup: state.startup, facts: { ...facts } });
      const { probes } = this.#tools;
      probes.watch(name, facts);
      const { startup } = state;
      this.#measured.serverReady({ target: name, startup, facts, startedAt, readyAt: probes.now() });
      this.#job.say({ kind: 'deployment', target: name, state: 'ready', reason: null });
      await this.#rest();
      return true;
    }
    if (state.kind === 'failed' && !this.#stopped) {
      const { code, message, hint, lastLines } = state.failure;
      await this.#fail(
        name,
        { code, message: `${name}: ${message}`, hint, exitCode: 3 },
        lastLines.map(({ text }) => text),
      );
    }
    return false;
  }

  async #fail(name: string, failure: Failure, logTail: readonly string[]): Promise<void> {
    this.#failures.push(failure);
    const { code, message, hint } = failure;
    this.#measured.targetFailed({ target: name, code, message, hint, logTail });
    await this.#job.changeTarget(name, { state: 'failed', failure, logTail: [...logTail] });
    this.#job.say({ kind: 'deployment', target: name, state: 'failed', reason: failure.message });
  }

  async #measure(turn: Turn): Promise<void> {
    await this.#job.move('deployed');
    const requests = await this.#answering(turn.targets);
    if (this.#stopped) return this.#job.move('stop', {}, 'cancelled before the first stage');
    if (requests.length === 0) return this.#job.move('fail', {}, 'no target of this turn answers');
    const names = requests.map(({ name }) => name);
    const stages = turn.stages.filter((stage) => names.includes(stage.target));
    const recordsPath = this.#job.path(`turn-${String(this.#turnsBegun).padStart(4, '0')}.${recordsName}`);
    const order = {
      ...this.#prepared.order,
      targets: requests,
      stages: fixedStages(stages),
      requestsPath: recordsPath,
    };
    await this.#job.move('measure');
    const { benchmark, probes } = this.#tools;
    this.#turn = new MeasuredTurn(order, { job: this.#job, measured: this.#measured, benchmark, probes });
    if (this.#stopped) this.#turn.stop(false);
    const failure = await this.#turn.ended;
    this.#turn = null;
    await addRecords(recordsPath, this.#job.path(recordsName));
    if (failure !== null && !this.#stopped) for (const name of names) await this.#fail(name, failure, []);
    else for (const name of names) await this.#job.changeTarget(name, { state: 'measured' });
    await this.#job.move('measured');
  }

  /** Of several targets those that answer are measured; the only one is asked by the run itself. */
  async #answering(names: readonly string[]): Promise<readonly TargetRequest[]> {
    const requests = this.#prepared.order.targets.filter(({ name }) => names.includes(name));
    if (requests.length < 2) return requests;
    const answering: TargetRequest[] = [];
    for (const request of requests) {
      try {
        await discoverTarget(request, this.#interrupt.signal);
        answering.push(request);
      } catch (error) {
        if (!this.#stopped) await this.#fail(request.name, failureOf(error), []);
      }
    }
    return answering;
  }

  /** Stops the servers of the turn, or leaves them running for good. */
  async #tearDown(keep: boolean): Promise<void> {
    for (const [name, { id, server }] of this.#servers) {
      const ready = server.state().kind === 'ready';
      const kept = keep && ready;
      if (ready) await this.#rest();
      this.#measured.serverEnds(name, this.#tools.probes.now());
      this.#tools.probes.forget(name);
      const problem = await problemOf(kept ? this.#tools.desk.release(id) : server.stop());
      if (problem === null) this.#servers.delete(name);
      else this.#job.say({ kind: 'note', text: `the server of ${name} could not be stopped: ${problem}` });
      this.#job.say({ kind: 'deployment', target: name, state: kept ? 'kept' : 'stopped', reason: problem });
    }
  }

  async #end(): Promise<void> {
    if (this.#job.record.state !== 'tearing-down') await this.#job.move('fail', {}, 'the job cannot go on');
    await this.#tearDown(false);
    const result = await this.#measured.finish(this.#stopped);
    const end: EndedJob = endOfJob({ stopped: this.#stopped, failures: this.#failures, result });
    await this.#job.move(end.trigger, { failure: end.failure, exit: end.exit }, end.exit.reason);
  }
}
