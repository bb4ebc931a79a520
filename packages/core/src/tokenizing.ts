import type { PromptBatch, StageOrder } from './load-worker-protocol.ts';
import { sourceOfStage } from './stage-source.ts';
import { type LoadedTokenizer, loadTokenizer } from './workload/load-tokenizer.ts';

const batchSize = 16;
const refillMillis = 20;

/**
 * The tokenizer's place is the main thread: a prompt of an exact length costs milliseconds, which in the load worker would
 * be the server's latency. Prompts are made ahead of the worker, in small batches; answers are counted when they have ended.
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
  feed(order: StageOrder, worker: { prompts(batch: PromptBatch): void; dispatched(): number }): () => void {
    const source = sourceOfStage(order, this.#tokenizer);
    const users = order.stage.load.loop === 'closed' ? order.stage.load.users : 8;
    const ahead = 3 * users + batchSize;
    const last = lastIndex(order);
    let next = 0;
    const refill = (limit: number): void => {
      while (next < Math.min(limit, last)) {
        const size = Math.min(batchSize, last - next);
        const from = next;
        worker.prompts({
          from,
          texts: Array.from({ length: size }, (_, offset) => source.request(from + offset).text),
        });
        next += size;
      }
    };
    refill(ahead);
    const timer = setInterval(
      () => refill(Math.min(next + batchSize, worker.dispatched() + ahead)),
      refillMillis,
    );
    return () => clearInterval(timer);
  }
}

/** How many requests a stage has at most; a timed one has no end. */
function lastIndex({ stage }: StageOrder): number {
  if (stage.stop.kind !== 'requests' || stage.warmup.kind !== 'requests') return Number.POSITIVE_INFINITY;
  return stage.stop.count + stage.warmup.count;
}
