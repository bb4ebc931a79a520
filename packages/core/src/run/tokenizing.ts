import { cycleOf, workerOf } from '../load/worker-share.ts';
import { type LoadedTokenizer, loadTokenizer } from '../workload/load-tokenizer.ts';
import type { FedPrompt, StageOrder } from './load-worker-protocol.ts';
import { feedsPrompts, sourceOfStage } from './stage-source.ts';

const batchSize = 16;
const refillMillis = 20;

/** The load workers of a stage as the tokenizer sees them. */
export type FedWorkers = {
  readonly count: number;
  prompts(worker: number, prompts: readonly FedPrompt[]): void;
  dispatched(): number;
};

/**
 * The tokenizer's place is the main thread: a prompt of an exact length costs milliseconds, which in the load worker would
 * be the server's latency. Prompts are made ahead of the workers, in small batches; answers are counted when they have ended.
 */
export class Tokenizing {
  readonly #tokenizer: LoadedTokenizer;

  private constructor(tokenizer: LoadedTokenizer) {
    this.#tokenizer = tokenizer;
  }

  static async load(path: string): Promise<Tokenizing> {
    return new Tokenizing(await loadTokenizer(path));
  }

  count(text: string): number {
    return this.#tokenizer.count(text);
  }

  /** Makes the first prompts before the stage starts and the others while it runs; returns how to end that. */
  feed(order: StageOrder, workers: FedWorkers): () => void {
    if (!feedsPrompts(order)) return () => {};
    const { load, stop } = order.stage;
    const source = sourceOfStage(order, this.#tokenizer);
    const cycle = cycleOf(load, stop, workers.count);
    const ahead = 3 * (load.loop === 'closed' ? load.users : 8) + batchSize;
    const last = lastIndex(order);
    let next = 0;
    const refill = (limit: number): void => {
      while (next < Math.min(limit, last)) {
        const size = Math.min(batchSize, last - next);
        const prompts = Array.from({ length: size }, (_, offset): FedPrompt => {
          const { index, systemText, text } = source.request(next + offset);
          return { index, systemText, text };
        });
        for (let worker = 0; worker < workers.count; worker++) {
          const own = prompts.filter(({ index }) => workerOf(index, cycle, workers.count) === worker);
          if (own.length > 0) workers.prompts(worker, own);
        }
        next += size;
      }
    };
    refill(ahead);
    const timer = setInterval(
      () => refill(Math.min(next + batchSize, workers.dispatched() + ahead)),
      refillMillis,
    );
    return () => clearInterval(timer);
  }
}

/** How many requests a stage has at most; a timed one has no end, a trace has its rows. */
function lastIndex({ stage, trace }: StageOrder): number {
  const rows = stage.prompts.kind === 'trace' && trace !== null ? trace.count : Number.POSITIVE_INFINITY;
  if (stage.stop.kind !== 'requests' || stage.warmup.kind !== 'requests') return rows;
  return Math.min(rows, stage.stop.count + stage.warmup.count);
}
