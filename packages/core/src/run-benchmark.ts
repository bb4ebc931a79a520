import { setTimeout as delay } from 'node:timers/promises';
import { compareTargets } from './analysis/compare-targets.ts';
import { decideExit, isHopeless } from './analysis/decide-exit.ts';
import { judgeStage } from './analysis/judge-stage.ts';
import { readClockZero } from './clock/clock.ts';
import { type DiscoveredTarget, discoverTarget, type TargetRequest } from './discover-target.ts';
import { refusesExtensions, withPlainBody } from './extension-refusal.ts';
import type { ProgressField, StageOrder, StageOutcome } from './load-worker-protocol.ts';
import { askServerTotals } from './measurement/ask-server-totals.ts';
import { readHostEnvironment } from './measurement/host-environment.ts';
import type { PlannedStage } from './plan/planned-stage.ts';
import { createRandom } from './random/create-random.ts';
import { buildStage } from './result/build-stage.ts';
import { describeGenerator } from './result/describe-generator.ts';
import { describeServer } from './result/describe-server.ts';
import { RequestRecordsWriter } from './result/request-records-writer.ts';
import type { Result } from './result/result-file.ts';
import { resultSchemaName } from './result/result-schema-name.ts';
import type { Stage } from './result/stage-schema.ts';
import { LoadWorker } from './start-load-worker.ts';
import type { Tokenizing } from './tokenizing.ts';
import { isLoopback } from './transport/target-address.ts';
import { languagePrompts } from './workload/language-prompts.ts';

/** What a run is to do. Everything in it was checked before. */
export type BenchmarkOrder = {
  readonly id: string;
  readonly name: string;
  readonly command: string;
  readonly plan: unknown;
  readonly tool: Result['tool'];
  readonly targets: readonly TargetRequest[];
  readonly stages: readonly PlannedStage[];
  readonly seed: string;
  readonly salt: string;
  readonly fixedPrompt: string | null;
  readonly tokenizerPath: string | null;
  readonly settleMillis: number;
  /** Where the request records go; `null` keeps none. */
  readonly requestsPath: string | null;
  /** The name of that file as the result says it. */
  readonly requestsName: string | null;
};

/** What a screen may show while the run goes. */
export type BenchmarkEvents = {
  targetFound(target: DiscoveredTarget['target']): void;
  stageStarted(
    stage: PlannedStage,
    position: number,
    total: number,
    progress: (field: ProgressField) => number,
  ): void;
  stageEnded(stage: Stage): void;
  /** Called with the result so far when a stage ends and when the run ends; the place to write it to disk. */
  save(result: Result): Promise<void>;
};

/** A run in progress. */
export type RunningBenchmark = {
  readonly result: Promise<Result>;
  /** Starts no more requests, lets those in flight end, then ends the run. */
  stop(): void;
  /** Cuts what is in flight and ends the run. */
  cut(): void;
};

const drainMicros = 30_000_000;
const maximumInFlight = 20_000;
const excerptsPerStage = 2;

/** Runs a benchmark: the one place that knows all stages of the arrow. Throws before anything is measured, never after. */
export function runBenchmark(order: BenchmarkOrder, events: BenchmarkEvents): RunningBenchmark {
  const run = new BenchmarkRun(order, events);
  return { result: run.run(), stop: () => run.stop(), cut: () => run.cut() };
}

class BenchmarkRun {
  readonly #order: BenchmarkOrder;
  readonly #events: BenchmarkEvents;
  readonly #stages: Stage[] = [];
  readonly #zero = readClockZero();
  readonly #createdAt = new Date().toISOString();
  #worker: LoadWorker | null = null;
  #records: RequestRecordsWriter | null = null;
  #targets: DiscoveredTarget[] = [];
  #interrupted = false;
  readonly #pause = new AbortController();
  #fatal: string | null = null;

  constructor(order: BenchmarkOrder, events: BenchmarkEvents) {
    this.#order = order;
    this.#events = events;
  }

  stop(): void {
    this.#interrupted = true;
    this.#pause.abort();
    this.#worker?.stop();
  }

  cut(): void {
    this.#interrupted = true;
    this.#pause.abort();
    this.#worker?.cut();
  }

  async run(): Promise<Result> {
    this.#targets = await this.#discover();
    this.#worker = new LoadWorker(this.#zero, await this.#loadTokenizer());
    this.#records =
      this.#order.requestsPath === null ? null : new RequestRecordsWriter(this.#order.requestsPath);
    try {
      await this.#runStages(this.#worker);
    } finally {
      await this.#worker.close();
      await this.#records?.close();
    }
    const result = this.#resultSoFar(true);
    await this.#events.save(result);
    return result;
  }

  /** Loaded only when asked for: it is a megabyte of vocabulary. */
  async #loadTokenizer(): Promise<Tokenizing | null> {
    const path = this.#order.tokenizerPath;
    if (path === null) return null;
    const { Tokenizing } = await import('./tokenizing.ts');
    return Tokenizing.load(path);
  }

  async #discover(): Promise<DiscoveredTarget[]> {
    const found: DiscoveredTarget[] = [];
    for (const request of this.#order.targets) {
      const target = await discoverTarget(request);
      this.#events.targetFound(target.target);
      found.push(target);
    }
    return found;
  }

  async #runStages(worker: LoadWorker): Promise<void> {
    for (const [position, planned] of this.#order.stages.entries()) {
      if (position > 0 && this.#fatal === null) await this.#settle();
      if (this.#interrupted || this.#fatal !== null) return;
      const stage = await this.#runStage(worker, planned, position);
      this.#stages.push(stage);
      await this.#records?.flush();
      this.#events.stageEnded(stage);
      await this.#events.save(this.#resultSoFar(false));
      if (this.#order.targets.length === 1 && isHopeless(stage)) this.#fatal = stage.statusReason;
    }
  }

  /** The pause between two stages; an interrupt ends it. */
  async #settle(): Promise<void> {
    if (this.#order.settleMillis === 0) return;
    await delay(this.#order.settleMillis, null, { signal: this.#pause.signal }).catch(() => null);
  }

  async #runStage(worker: LoadWorker, planned: PlannedStage, position: number): Promise<Stage> {
    const target = this.#targetOf(planned);
    const startedAt = new Date().toISOString();
    const before = await askServerTotals(target.baseUrl, target.access.headers);
    let outcome = await this.#measure(worker, planned, position);
    if (refusesExtensions(target, outcome) && !this.#interrupted) {
      const plain = withPlainBody(target, outcome);
      this.#targets = this.#targets.map((candidate) => (candidate === target ? plain : candidate));
      outcome = await this.#measure(worker, planned, position);
    }
    const after = await askServerTotals(target.baseUrl, target.access.headers);
    const built = buildStage({
      planned,
      startedAt,
      measurement: outcome.measurement,
      reason: outcome.reason,
      generator: describeGenerator([outcome]),
      server: describeServer(before, after),
      prompts: outcome.prompts,
    });
    return {
      ...built,
      trust: judgeStage(built, { sameHost: isLoopback(this.#targetOf(planned).access.address) }),
    };
  }

  async #measure(worker: LoadWorker, planned: PlannedStage, position: number): Promise<StageOutcome> {
    this.#events.stageStarted(planned, position, this.#order.stages.length, (field) =>
      worker.progress(field),
    );
    return worker.run(this.#stageOrder(planned), (batch) => this.#records?.write(planned.id, batch));
  }

  #stageOrder(planned: PlannedStage): StageOrder {
    const { access } = this.#targetOf(planned);
    const workload = [planned.suite, planned.language, planned.repeat, JSON.stringify(planned.load)].join(
      '/',
    );
    return {
      stage: planned,
      access,
      // The target is not part of it: all targets get the same texts, each with its own salt.
      seed: `${this.#order.seed}/${workload}`,
      salt: `${this.#order.salt}/${planned.id}`,
      fixedPrompt: this.#order.fixedPrompt,
      prompts: planned.suite === 'languages' ? languagePrompts(planned.language) : null,
      tokenized: this.#order.tokenizerPath !== null,
      drainLimitMicros: planned.stop.kind === 'requests' ? access.timeoutMicros + 1_000_000 : drainMicros,
      maxInFlight: maximumInFlight,
      keepAnswers: planned.keepExcerpts ? excerptsPerStage : 0,
    };
  }

  #targetOf(planned: PlannedStage): DiscoveredTarget {
    const target = this.#targets.find((candidate) => candidate.target.name === planned.target);
    if (target === undefined)
      throw new Error(`stage ${planned.id} names the unknown target ${planned.target}`);
    return target;
  }

  #resultSoFar(final: boolean): Result {
    const order = this.#order;
    const [baseline, ...candidates] = this.#targets.map((target) => target.target.name);
    const comparisons = candidates.flatMap((candidate) =>
      compareTargets(this.#stages, {
        baseline: baseline ?? '',
        candidate,
        random: createRandom(order.seed).fork('comparisons'),
      }),
    );
    const result: Result = {
      schema: resultSchemaName,
      id: order.id,
      name: order.name,
      createdAt: this.#createdAt,
      tool: order.tool,
      command: order.command,
      plan: order.plan,
      seed: order.seed,
      salt: order.salt,
      environment: readHostEnvironment(),
      targets: this.#targets.map((target) => target.target),
      stages: [...this.#stages],
      requests: { file: order.requestsName, count: this.#records?.count ?? 0 },
      analysis: { comparisons },
      exit: null,
    };
    return final ? { ...result, exit: decideExit(result, this.#interrupted) } : result;
  }
}
