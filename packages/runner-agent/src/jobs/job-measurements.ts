import {
  type BenchmarkOrder,
  evaluateThresholds,
  type OwnResult,
  type OwnStage,
  type Target,
  writeResultFile,
} from '@kneepoint/core';
import { failureOf } from './failure-of.ts';
import type { LiveJob } from './live-job.ts';
import type { Benchmark, DescribedServer, DescribeResult, FailedTarget } from './ports.ts';

/** What the result of a job is made with. */
export type MeasurementTools = {
  readonly order: BenchmarkOrder;
  readonly resumed: OwnResult | null;
  readonly benchmark: Benchmark;
  readonly describeResult: DescribeResult;
};

/** What all turns of a job have measured, as one result that is on disk after each stage. */
export class JobMeasurements {
  readonly #job: LiveJob;
  readonly #tools: MeasurementTools;
  readonly #createdAt: string;
  readonly #targets: Target[];
  readonly #servers: DescribedServer[] = [];
  readonly #failures: FailedTarget[] = [];
  #stages: readonly OwnStage[];
  /** Stages of the turn that runs. */
  #running: readonly OwnStage[] = [];
  #records = 0;

  constructor(job: LiveJob, tools: MeasurementTools) {
    this.#job = job;
    this.#tools = tools;
    this.#createdAt = tools.resumed?.createdAt ?? new Date().toISOString();
    this.#targets = [...(tools.resumed?.targets ?? [])];
    this.#stages = (tools.resumed?.stages ?? []).filter((stage) => stage.status === 'completed');
  }

  get stageCount(): number {
    return this.#stages.length + this.#running.length;
  }

  serverReady(server: Omit<DescribedServer, 'endedAt'>): void {
    this.#servers.push({ ...server, endedAt: null });
  }

  /** The server that a target had last is about to be stopped. */
  serverEnds(target: string, endedAt: number): void {
    const last = this.#servers.findLastIndex((server) => server.target === target);
    const server = this.#servers[last];
    if (server !== undefined) this.#servers[last] = { ...server, endedAt };
  }

  targetFailed(failure: FailedTarget): void {
    this.#failures.push(failure);
  }

  /** Takes what a turn has measured so far, and puts all of it on disk. */
  async take(part: OwnResult): Promise<void> {
    for (const target of part.targets) {
      const known = this.#targets.findIndex(({ name }) => name === target.name);
      if (known < 0) this.#targets.push(target);
      else this.#targets[known] = target;
    }
    this.#running = part.stages;
    await this.#write(null, part.requests.count);
  }

  /** The turn is over: its stages and the number of its records stand. */
  turnEnded(part: OwnResult | null): void {
    this.#stages = [...this.#stages, ...this.#running];
    this.#running = [];
    this.#records += part?.requests.count ?? 0;
  }

  /** The threshold that a stage has not met, where the plan wants to end with it. */
  unmet(): string | null {
    if (!this.#tools.order.abortOnFail) return null;
    const outcomes = evaluateThresholds(this.#tools.order.thresholds, this.#stages);
    return outcomes.find(({ checks }) => checks.some(({ verdict }) => verdict !== 'pass'))?.text ?? null;
  }

  /** The whole result, with its exit; `null` where no target ever answered. */
  async finish(interrupted: boolean): Promise<OwnResult | null> {
    return this.#targets.length === 0 ? null : this.#write({ interrupted }, 0);
  }

  async #write(end: { readonly interrupted: boolean } | null, recordsOfTurn: number): Promise<OwnResult> {
    const { order, benchmark, describeResult } = this.#tools;
    const assembled = benchmark.assemble({
      order,
      createdAt: this.#createdAt,
      targets: this.#inPlanOrder(),
      stages: [...this.#stages, ...this.#running],
      records: this.#records + recordsOfTurn,
      end,
    });
    const result = this.#job.redactor.value(
      await describeResult(assembled, { servers: this.#servers, failures: this.#failures }),
    );
    await this.#keep(result);
    return result;
  }

  /** While the disk is full the job goes on: a later stage may find room again. */
  async #keep(result: OwnResult): Promise<void> {
    try {
      await writeResultFile(this.#job.path('result.json'), result);
      if (!this.#job.record.hasResult) await this.#job.change({ hasResult: true });
    } catch (error) {
      this.#job.say({ kind: 'note', text: failureOf(error).message });
    }
  }

  /** The first target of the plan is what the others are compared with, whichever was deployed first. */
  #inPlanOrder(): readonly Target[] {
    const names = this.#tools.order.targets.map(({ name }) => name);
    return this.#targets.toSorted((left, right) => names.indexOf(left.name) - names.indexOf(right.name));
  }
}
