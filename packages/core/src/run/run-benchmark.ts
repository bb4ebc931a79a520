import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { isHopeless } from '../analysis/decide-exit.ts';
import { evaluateThresholds, failedChecks } from '../analysis/thresholds/evaluate-thresholds.ts';
import { type ClockZero, createMonotonicClock, readClockZero } from '../clock/clock.ts';
import { clearPrefixCache } from '../measurement/server-prefix-cache.ts';
import type { PlannedStage } from '../plan/planned-stage.ts';
import type { OwnResult } from '../result/own-result.ts';
import type { OwnStage } from '../result/own-stage.ts';
import { isSkipped } from '../result/skipped-stage.ts';
import { foreseePorts } from '../transport/foresee-ports.ts';
import { assembleResult } from './assemble-result.ts';
import type { BenchmarkEvents, BenchmarkOrder, RunningBenchmark } from './benchmark-order.ts';
import { type DiscoveredTarget, discoverTarget } from './discover-target.ts';
import { endedStage } from './ended-stage.ts';
import { refusesExtensions, withPlainBody } from './extension-refusal.ts';
import { KeptRecords } from './kept-records.ts';
import { LoadWorkers } from './load-workers.ts';
import type { LiveProgress, RunEvent } from './run-event.ts';
import { RunPause } from './run-pause.ts';
import { type RanStage, runStage, type StageTools } from './run-stage.ts';
import type { Tokenizing } from './tokenizing.ts';
import { workersToStart } from './workers-to-start.ts';

/** Runs a benchmark: the one place that knows all stages of the arrow. Throws before anything is measured, never after. */
export function runBenchmark(order: BenchmarkOrder, events: BenchmarkEvents): RunningBenchmark {
  const run = new BenchmarkRun(order, events);
  return {
    result: run.run(),
    live: () => run.live(),
    stop: () => run.end('stop'),
    cut: () => run.end('cut'),
    hold: () => run.pause.hold(),
    release: () => run.pause.release(),
    skip: () => run.skip(),
  };
}

class BenchmarkRun {
  readonly #order: BenchmarkOrder;
  readonly #events: BenchmarkEvents;
  readonly #stages: OwnStage[];
  readonly #zero: ClockZero;
  readonly #createdAt: string;
  readonly #interrupt = new AbortController();
  readonly pause: RunPause;
  /** Of the stage that runs, or of the last one, which it does nothing to. */
  #skip: AbortController | null = null;
  #workers: LoadWorkers | null = null;
  #records: KeptRecords | null = null;
  #targets: DiscoveredTarget[] = [];
  /** Why no further stage is run. */
  #ended: string | null = null;

  constructor(order: BenchmarkOrder, events: BenchmarkEvents) {
    this.#order = order;
    this.#zero = order.zero ?? readClockZero();
    this.#events = events;
    this.pause = new RunPause((held) => events.tell({ kind: 'held', held }));
    this.#stages = (order.resumeFrom?.stages ?? []).filter((stage) => stage.status === 'completed');
    this.#createdAt = order.resumeFrom?.createdAt ?? new Date().toISOString();
  }

  get #interrupted(): boolean {
    return this.#interrupt.signal.aborted;
  }

  end(how: 'stop' | 'cut'): void {
    this.#interrupt.abort();
    this.pause.end();
    this.#workers?.end(how);
  }

  skip(): void {
    this.#skip?.abort();
  }

  live(): LiveProgress | null {
    return this.#workers?.live() ?? null;
  }

  async run(): Promise<OwnResult> {
    const { planned } = this.#order.stages;
    this.#tell({ kind: 'planned', stages: planned, done: this.#stages.map(endedStage) });
    this.#targets = await this.#discover();
    this.#records = await this.#openRecords();
    await this.#save(false);
    try {
      if (!this.#interrupted) await this.#measureAll();
    } finally {
      this.pause.end();
      await this.#records?.close();
    }
    return this.#save(true);
  }

  async #measureAll(): Promise<void> {
    const order = this.#order;
    const workers = new LoadWorkers(
      this.#zero,
      await this.#loadTokenizer(),
      workersToStart(order.workers, order.stages, availableParallelism()),
    );
    this.#workers = workers;
    try {
      await this.#runStages({
        order,
        workers,
        tell: (event) => this.#tell(event),
        records: this.#records,
        clock: createMonotonicClock(this.#zero),
        salt: order.resumeFrom === null ? order.salt : `${order.salt}/${this.#zero}`,
        interrupt: this.#interrupt.signal,
      });
    } finally {
      await workers.close();
    }
  }

  /** Loaded only when asked for: it is a megabyte of vocabulary. */
  async #loadTokenizer(): Promise<Tokenizing | null> {
    const path = this.#order.tokenizerPath;
    if (path === null) return null;
    const { Tokenizing } = await import('./tokenizing.ts');
    return Tokenizing.load(path);
  }

  async #openRecords(): Promise<KeptRecords | null> {
    const { requestsPath } = this.#order;
    if (requestsPath === null) return null;
    const kept = this.#order.resumeFrom === null ? null : new Set(this.#stages.map((stage) => stage.id));
    return KeptRecords.open(requestsPath, kept, (text) => this.#note(text));
  }

  async #discover(): Promise<DiscoveredTarget[]> {
    const found: DiscoveredTarget[] = [];
    for (const request of this.#order.targets) {
      const target = await discoverTarget(request, this.#interrupt.signal);
      await this.#refuseTooManyConnections(target);
      this.#tell({ kind: 'target-found', target: target.target });
      found.push(target);
    }
    return found;
  }

  /** A closed loop holds a connection for each user; better refused now than failed by the hundred later. */
  async #refuseTooManyConnections({ access }: DiscoveredTarget): Promise<void> {
    const connections = this.#order.stages.mostUsers;
    const problem = await foreseePorts({ connections, perConnectionReuse: true, address: access.address });
    if (problem !== null) throw problem;
  }

  async #runStages(tools: StageTools): Promise<void> {
    for (let planned = this.#next(); planned !== null; planned = this.#next()) {
      const position = this.#stages.length;
      if (position > 0) await this.#settle();
      await this.pause.over();
      if (this.#interrupted) return;
      if (this.#order.clearPrefixCache) await this.#clearCache(planned);
      if (this.#interrupted) return;
      const stage = await this.#runStage(planned, position, tools);
      this.#stages.push(stage);
      await this.#records?.flush();
      this.#tell({ kind: 'stage-ended', stage: endedStage(stage) });
      await this.#save(false);
      this.#endEarly(stage);
    }
  }

  #next(): PlannedStage | null {
    if (this.#interrupted || this.#ended !== null) return null;
    return this.#order.stages.next(this.#stages);
  }

  /** What could not be cleared is said, not hidden: the stage may then find prompts of the last one. */
  async #clearCache(planned: PlannedStage): Promise<void> {
    const { target, baseUrl, access } = this.#targetOf(planned);
    const { headers, address } = access;
    const outcome = await clearPrefixCache({ engine: target.engine, baseUrl, headers, address });
    if (outcome.kind !== 'cleared')
      this.#note(`the prefix cache of ${target.name} was not cleared: ${outcome.reason}`);
  }

  /** The pause between two stages; an interrupt ends it. */
  async #settle(): Promise<void> {
    if (this.#order.settleMillis === 0) return;
    await delay(this.#order.settleMillis, null, { signal: this.#interrupt.signal }).catch(() => null);
  }

  /** A server that refuses the fields beyond plain OpenAI is asked again without them. */
  async #runStage(planned: PlannedStage, position: number, tools: StageTools): Promise<OwnStage> {
    const target = this.#targetOf(planned);
    const skip = new AbortController();
    this.#skip = skip;
    const turn = { planned, position, skip: skip.signal };
    const ran: RanStage = await runStage(turn, target, tools);
    if (this.#interrupted || skip.signal.aborted || !refusesExtensions(target, ran.outcome)) {
      ran.held.release();
      return ran.stage;
    }
    const plain = withPlainBody(target, ran.outcome);
    this.#targets = this.#targets.map((candidate) => (candidate === target ? plain : candidate));
    const again = await runStage(turn, plain, tools);
    again.held.release();
    return again.stage;
  }

  #note(text: string): void {
    this.#tell({ kind: 'note', text });
  }

  #tell(event: RunEvent): void {
    this.#events.tell(event);
  }

  #endEarly(stage: OwnStage): void {
    const { targets, thresholds, abortOnFail } = this.#order;
    if (targets.length === 1 && isHopeless(stage)) this.#ended = stage.statusReason;
    // Whoever skips a stage wants the next one.
    if (!abortOnFail || isSkipped(stage)) return;
    const [failed] = failedChecks(evaluateThresholds(thresholds, [stage]));
    if (failed === undefined) return;
    this.#ended = `the threshold "${failed.text}" is not met at ${stage.id}`;
    this.#note(`${this.#ended}; the stages after it are not run`);
  }

  #targetOf(planned: PlannedStage): DiscoveredTarget {
    const target = this.#targets.find((candidate) => candidate.target.name === planned.target);
    if (target === undefined)
      throw new Error(`stage ${planned.id} names the unknown target ${planned.target}`);
    return target;
  }

  async #save(final: boolean): Promise<OwnResult> {
    const result = assembleResult({
      order: this.#order,
      createdAt: this.#createdAt,
      targets: this.#targets.map((target) => target.target),
      stages: this.#stages,
      records: this.#records?.count ?? 0,
      end: final ? { interrupted: this.#interrupted } : null,
    });
    await this.#events.save(result);
    return result;
  }
}
