import {
  type BenchmarkOrder,
  discoverTarget,
  fixedStages,
  type RunEvent,
  type TargetRequest,
} from '@kneepoint/core';
import type { DeploymentDesk } from './deployment-desk.ts';
import { failureOf } from './failure-of.ts';
import { HoldGate } from './hold-gate.ts';
import { type EndedJob, endOfJob } from './job-end.ts';
import { JobMeasurements } from './job-measurements.ts';
import type { Failure } from './job-record.ts';
import { addRecords } from './job-records.ts';
import { JobServers } from './job-servers.ts';
import { JobTeller } from './job-teller.ts';
import type { LiveJob } from './live-job.ts';
import { MeasuredTurn } from './measured-turn.ts';
import type { Benchmark, DescribeResult, EnvironmentReader, Probes } from './ports.ts';
import { type PreparedJob, recordsName } from './prepare-job.ts';
import type { Turn } from './turns.ts';

/** What a job is run with. */
export type RunTools = {
  readonly desk: DeploymentDesk;
  readonly benchmark: Benchmark;
  readonly describeResult: DescribeResult;
  readonly probes: Probes;
  /** Facts of this host. */
  readonly host: EnvironmentReader;
};

/** Runs one job from its first deployment to its last. A target that fails is recorded, and the others go on. */
export class JobRun {
  readonly #job: LiveJob;
  readonly #prepared: PreparedJob;
  readonly #tools: RunTools;
  readonly #measured: JobMeasurements;
  readonly #servers: JobServers;
  readonly #teller: JobTeller;
  readonly #failures: Failure[] = [];
  readonly #interrupt = new AbortController();
  /** Aborts when the job has nothing more to say. */
  readonly #over = new AbortController();
  readonly #gate = new HoldGate();
  #turn: MeasuredTurn | null = null;
  #turnsBegun = 0;

  constructor(job: LiveJob, prepared: PreparedJob, tools: RunTools) {
    this.#job = job;
    this.#prepared = prepared;
    this.#tools = tools;
    const { order, resumed } = prepared;
    const { benchmark, describeResult } = tools;
    this.#measured = new JobMeasurements(job, { order, resumed, benchmark, describeResult });
    this.#teller = new JobTeller(job, prepared);
    this.#servers = new JobServers({
      job,
      measured: this.#measured,
      deployments: prepared.deployments,
      desk: tools.desk,
      probes: tools.probes,
      interrupt: this.#interrupt.signal,
      over: this.#over.signal,
      failed: (name, failure, logTail) => this.#fail(name, failure, logTail),
    });
  }

  /** Starts nothing more; what is in flight ends, or with `now` is cut. What was measured is kept. */
  stop(now: boolean): void {
    this.#interrupt.abort();
    this.#turn?.stop(now);
  }

  /** Waits before the next stage or the next turn, until it is released; `false` where nothing comes any more. */
  hold(): boolean {
    if (this.#stopped || this.#nothingComes) return false;
    this.#gate.hold();
    this.#turn?.hold();
    void this.#teller.held(true).catch(() => undefined);
    return true;
  }

  /** Goes on; `false` where nobody holds it. */
  release(): boolean {
    if (!this.#gate.release()) return false;
    this.#turn?.release();
    void this.#teller.held(false).catch(() => undefined);
    return true;
  }

  /** Ends the stage that runs; what it measured is kept as partial. `false` where none runs. */
  skip(): boolean {
    return !this.#stopped && this.#turn?.skip() === true;
  }

  get #nothingComes(): boolean {
    const { state } = this.#job.record;
    return state === 'tearing-down' && this.#turnsBegun === this.#prepared.turns.length;
  }

  get #stopped(): boolean {
    return this.#interrupt.signal.aborted;
  }

  /** Never rejects: whatever happens is in the job's record. */
  async run(): Promise<void> {
    const { turns } = this.#prepared;
    this.#teller.planned();
    try {
      for (const [index, turn] of turns.entries()) {
        if (this.#endsEarly()) break;
        await this.#gate.passed(this.#interrupt.signal);
        if (this.#stopped) break;
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
    const up = await Promise.all(turn.targets.map((name) => this.#servers.deploy(name)));
    const targets = turn.targets.filter((_, index) => up[index]);
    if (this.#stopped) await this.#job.move('stop', {}, 'cancelled while servers started');
    else if (targets.length === 0)
      await this.#job.move('not-deployed', {}, 'no server of this turn is ready');
    else await this.#measure({ ...turn, targets });
    await this.#servers.tearDown(keep);
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
    const failure = await this.#measureStages(order);
    await addRecords(recordsPath, this.#job.path(recordsName));
    if (failure !== null && !this.#stopped) for (const name of names) await this.#fail(name, failure, []);
    else for (const name of names) await this.#job.changeTarget(name, { state: 'measured' });
    await this.#job.move('measured');
  }

  async #measureStages(order: BenchmarkOrder): Promise<Failure | null> {
    const { benchmark, probes, host } = this.#tools;
    const unwatch = this.#teller.watch(probes, host);
    const tell = (event: RunEvent): void => this.#teller.tell(event);
    this.#turn = new MeasuredTurn(order, { job: this.#job, measured: this.#measured, benchmark, tell });
    if (this.#stopped) this.#turn.stop(false);
    else if (this.#gate.held) this.#turn.hold();
    const failure = await this.#turn.ended;
    this.#turn = null;
    unwatch();
    return failure;
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

  async #end(): Promise<void> {
    if (this.#job.record.state !== 'tearing-down') await this.#job.move('fail', {}, 'the job cannot go on');
    await this.#servers.tearDown(false);
    this.#gate.release();
    await this.#teller.held(false);
    const result = await this.#measured.finish(this.#stopped);
    const end: EndedJob = endOfJob({ stopped: this.#stopped, failures: this.#failures, result });
    await this.#job.move(end.trigger, { failure: end.failure, exit: end.exit }, end.exit.reason);
  }
}
