import { mkdir, rm } from 'node:fs/promises';
import { type Plan, parsePlan, usageError } from '@kneepoint/core';
import { EventLog } from '../events/event-log.ts';
import type { AgentPolicy } from '../policy/agent-policy.ts';
import { createRedactor } from '../policy/redact.ts';
import { cancelUnbegun } from './cancel-unbegun.ts';
import type { DeploymentDesk } from './deployment-desk.ts';
import { failureOf } from './failure-of.ts';
import type { JobRecord } from './job-record.ts';
import { JobRun, type RunTools } from './job-run.ts';
import { isEnded, isUnderWay } from './job-state.ts';
import { JobStore } from './job-store.ts';
import type { JobSubmission } from './job-submission.ts';
import { LiveJob } from './live-job.ts';
import { newRecord } from './new-job.ts';
import { refuseForbidden, serverOfPlan, type WantedServer } from './plan-admission.ts';
import { planKeys } from './plan-keys.ts';
import type { Deployer } from './ports.ts';
import { type PreparedJob, type PrepareTools, prepareJob } from './prepare-job.ts';
import { recoverJob } from './recover-job.ts';
import { lockState } from './state-lock.ts';

/** What jobs are run with. */
export type JobTools = PrepareTools &
  Omit<RunTools, 'desk'> & {
    readonly deployer: Deployer;
    readonly policy: AgentPolicy;
    /** Texts that must not be in any log, event or result. */
    readonly secrets: readonly string[];
  };

/** The jobs of one agent: one is under way, the others wait for it in the order in which they came. */
export class JobDesk {
  readonly #store: JobStore;
  readonly #tools: JobTools;
  readonly #deployments: DeploymentDesk;
  readonly #unlock: () => Promise<void>;
  readonly #records = new Map<string, JobRecord>();
  readonly #live = new Map<string, { readonly job: LiveJob; readonly log: EventLog }>();
  readonly #waiting: string[] = [];
  /** Cancelled while their files were read. */
  readonly #givenUp = new Set<string>();
  #running: { readonly run: JobRun; readonly id: string; readonly ended: Promise<void> } | null = null;
  #pumping: Promise<void> | null = null;
  #open = false;
  #closing = false;

  private constructor(
    parts: { readonly store: JobStore; readonly unlock: () => Promise<void> },
    tools: JobTools,
    deployments: DeploymentDesk,
  ) {
    this.#store = parts.store;
    this.#unlock = parts.unlock;
    this.#tools = tools;
    this.#deployments = deployments;
  }

  /** Opens the jobs of a state folder. Nothing runs before `recover`. Throws a usage error where another agent has it. */
  static async open(stateFolder: string, tools: JobTools, deployments: DeploymentDesk): Promise<JobDesk> {
    await mkdir(stateFolder, { recursive: true, mode: 0o700 });
    const unlock = await lockState(stateFolder);
    const store = await JobStore.open(stateFolder);
    const desk = new JobDesk({ store, unlock }, tools, deployments);
    for (const record of await store.list()) desk.#records.set(record.id, record);
    return desk;
  }

  /** Ends what an agent that was killed had begun, then lets the jobs run that wait. Returns what was found and stopped. */
  async recover(): Promise<readonly string[]> {
    const left = [...this.#records.values()].filter(({ state }) => !isEnded(state));
    for (const record of left) await this.#revive(record);
    const orphans = await this.#tools.deployer.removeOrphans().catch((error: unknown) => {
      const what = `it could not be looked for: ${failureOf(error).message}`;
      return [{ kind: 'unknown', deployment: '', what }];
    });
    const found = orphans.map(({ kind, deployment, what }) => `${kind} ${deployment} (${what})`);
    for (const { id, state } of left) {
      const live = this.#live.get(id);
      if (live === undefined) continue;
      if (isUnderWay(state)) await recoverJob(live.job, found).then(() => this.#live.delete(id));
      else this.#waiting.push(id);
    }
    this.#open = true;
    this.#pump();
    return found;
  }

  async #revive(record: JobRecord): Promise<void> {
    const log = await EventLog.reopen(this.#store.path(record.id, 'events.ndjson'));
    const submission = await this.#store.submission(record.id).catch(() => null);
    this.#keep(
      record,
      log,
      submission === null
        ? []
        : planKeys(parsePlan(submission.plan, submission.planName), this.#tools.environment),
    );
  }

  #keep(record: JobRecord, log: EventLog, keys: readonly string[]): LiveJob {
    const redactor = createRedactor([...this.#tools.secrets, ...keys]);
    const changed = (latest: JobRecord): void => void this.#records.set(latest.id, latest);
    const job = new LiveJob(record, { store: this.#store, log, redactor, changed });
    this.#records.set(record.id, record);
    this.#live.set(record.id, { job, log });
    return job;
  }

  /** Newest first. */
  list(): readonly JobRecord[] {
    return [...this.#records.values()].sort((left, right) => right.createdAt.localeCompare(left.createdAt));
  }

  find(id: string): JobRecord | null {
    return this.#records.get(id) ?? null;
  }

  /** Where a file of a known job is. */
  path(id: string, name: 'result.json' | 'requests.ndjson.gz'): string {
    return this.#store.path(id, name);
  }

  /** The job that is under way; `null` while none is. */
  get busyWith(): string | null {
    return this.#running?.id ?? null;
  }

  /** The run of a job that is under way; `null` for any other job. */
  runOf(id: string): JobRun | null {
    return this.#running?.id === id ? this.#running.run : null;
  }

  /** The events of a known job. */
  events(id: string): EventLog {
    return this.#live.get(id)?.log ?? EventLog.ended(this.#store.path(id, 'events.ndjson'));
  }

  /** Takes a job: checks all of it, puts it on disk, and lets it wait its turn. Throws usage errors and policy errors. */
  async submit(submission: JobSubmission): Promise<JobRecord> {
    const { limits } = this.#tools.policy;
    if (this.#closing) throw usageError('agent-ends', 'this agent ends', 'start it again');
    if (this.#live.size >= limits.jobs)
      throw usageError('too-many-jobs', `${this.#live.size} jobs wait or run already`, 'wait, or cancel one');
    const plan = parsePlan(submission.plan, submission.planName);
    await refuseForbidden(plan, submission, this.#tools.policy);
    const record = newRecord(plan, submission);
    const log = new EventLog(this.#store.path(record.id, 'events.ndjson'));
    // It has its place in the count before the first await: many at once are no way around the cap.
    const job = this.#keep(record, log, planKeys(plan, this.#tools.environment));
    try {
      await this.#store.create(record, submission);
      const prepared = await this.#prepare(record.id, await this.#store.submission(record.id));
      await job.change({ stages: { total: prepared.stages.length, ended: 0 } });
    } catch (error) {
      await this.#forget(record.id);
      throw error;
    }
    job.say({ kind: 'state', state: 'queued', reason: null });
    this.#waiting.push(record.id);
    this.#pump();
    return job.record;
  }

  /** What starting the server of one of a plan's targets asks for. Throws where the policy or the plan does not allow it. */
  deploymentOrder(plan: Plan, name: string): Promise<WantedServer> {
    return serverOfPlan(plan, name, this.#tools);
  }

  async #forget(id: string): Promise<void> {
    this.#live.delete(id);
    this.#records.delete(id);
    await rm(this.#store.path(id, ''), { recursive: true, force: true });
  }

  #prepare(id: string, submission: JobSubmission): Promise<PreparedJob> {
    return prepareJob(submission, this.#store.uploads(id, submission), this.#tools);
  }

  /** Cancels a job: it drains, or with `now` cuts what is in flight. `false` for one that has ended. */
  async cancel(id: string, now: boolean): Promise<boolean> {
    const run = this.runOf(id);
    if (run !== null) {
      run.stop(now);
      return true;
    }
    const position = this.#waiting.indexOf(id);
    const live = this.#live.get(id);
    if (live === undefined) return false;
    if (position < 0) {
      this.#givenUp.add(id);
      return true;
    }
    this.#waiting.splice(position, 1);
    await cancelUnbegun(live.job);
    await this.#ended(id);
    return true;
  }

  /** Ends the job that is under way, keeping what it has measured; those that wait stay on disk for the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#running?.run.stop(true);
    await this.#running?.ended;
    await this.#pumping;
    for (const { job } of this.#live.values()) await job.close();
    await this.#unlock();
  }

  #pump(): void {
    if (!this.#open || this.#pumping !== null) return;
    this.#pumping = this.#runWaiting().finally(() => {
      this.#pumping = null;
    });
  }

  async #runWaiting(): Promise<void> {
    while (!this.#closing) {
      const id = this.#waiting.shift();
      const live = id === undefined ? undefined : this.#live.get(id);
      if (id === undefined || live === undefined) return;
      await this.#runOne(live.job);
      await this.#ended(id);
    }
  }

  async #runOne(job: LiveJob): Promise<void> {
    try {
      const submission = await this.#store.submission(job.id);
      const prepared = await this.#prepare(job.id, submission);
      if (this.#givenUp.has(job.id)) return await cancelUnbegun(job);
      const run = new JobRun(job, prepared, { ...this.#tools, desk: this.#deployments });
      const ended = run.run();
      this.#running = { run, id: job.id, ended };
      await ended;
    } catch (error) {
      const failure = failureOf(error);
      const exit = { code: failure.exitCode, reason: failure.message };
      await job.move('fail', { failure, exit }, failure.message).catch(() => undefined);
    } finally {
      this.#running = null;
    }
  }

  async #ended(id: string): Promise<void> {
    await this.#live.get(id)?.job.close();
    this.#live.delete(id);
    this.#givenUp.delete(id);
  }
}
