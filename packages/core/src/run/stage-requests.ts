import type { RequestTransport } from '../load/request-transport.ts';
import { noClasses, type RequestClasses } from '../measurement/class-latencies.ts';
import type { TokenObserver } from '../transport/token-observer.ts';
import type { RequestSource, WorkloadRequest } from '../workload/workload-request.ts';
import { ConversationBook } from './conversation-book.ts';
import type { FedPrompt, StageOrder } from './load-worker-protocol.ts';
import { conversationsOfStage, holdsConversations, sourceOfStage } from './stage-source.ts';

/** Where a worker's requests come from, whatever kind of prompts its stage has. */
export type StageRequests = {
  /** The content of request `index`, when it is about to be built. */
  request(index: number): WorkloadRequest;
  readonly classes: RequestClasses;
  /** Whether answers are needed as text, for the history of a conversation. */
  readonly needsAnswers: boolean;
  /** The transport as the load engine shall see it, and the observer as the transport shall. */
  aroundTransport(transport: RequestTransport): RequestTransport;
  aroundObserver(observer: TokenObserver): TokenObserver;
};

/** @param fed prompts of exact length that the main thread made; they are taken out as they are used */
export function createStageRequests(order: StageOrder, fed: FedPrompts): StageRequests {
  const { load } = order.stage;
  if (holdsConversations(order) && load.loop === 'closed') {
    return new ConversationBook(conversationsOfStage(order), load.users, order.stage.language);
  }
  const source = sourceOfStage(order, null);
  if (order.stage.prompts.kind === 'classes') {
    return new ClassedRequests(
      source,
      order.stage.prompts.classes.map((one) => one.name),
      fed,
    );
  }
  return {
    request: (index) => fed.applyTo(source.request(index)),
    classes: noClasses,
    needsAnswers: false,
    aroundTransport: (transport) => transport,
    aroundObserver: (observer) => observer,
  };
}

/** Requests of several classes; the class of one is remembered from when it is built until it has ended. */
class ClassedRequests implements StageRequests {
  readonly needsAnswers = false;
  readonly classes: RequestClasses;
  readonly #source: RequestSource;
  readonly #fed: FedPrompts;
  readonly #classOf = new Map<number, string | null>();

  constructor(source: RequestSource, names: readonly string[], fed: FedPrompts) {
    this.#source = source;
    this.#fed = fed;
    // A request that is recorded late, because its tokens were counted, is asked for once more.
    this.classes = {
      names,
      of: ({ index }) =>
        names.indexOf(this.#classOf.get(index) ?? this.#source.request(index).requestClass ?? ''),
    };
  }

  request(index: number): WorkloadRequest {
    const request = this.#source.request(index);
    this.#classOf.set(index, request.requestClass);
    return this.#fed.applyTo(request);
  }

  aroundTransport(transport: RequestTransport): RequestTransport {
    return transport;
  }

  aroundObserver(observer: TokenObserver): TokenObserver {
    return {
      gap: (flight, chunkGap, tokens, countedGap) => observer.gap(flight, chunkGap, tokens, countedGap),
      left: (flight) => observer.left(flight),
      ended: (flight) => {
        observer.ended(flight);
        this.#classOf.delete(flight.attempt.index);
      },
    };
  }
}

/** Prompts that the main thread's tokenizer made, until their requests are built. */
export class FedPrompts {
  readonly #prompts = new Map<number, FedPrompt>();
  readonly #missed = new Set<number>();
  expected = false;
  /** Whether prompts are asked for again, because some are shown beside their answers. */
  keeps = false;
  onFed = (): void => {};

  get size(): number {
    return this.#prompts.size;
  }

  /** Requests that were built before their prompt had come, and whose length is an estimate therefore. */
  get missed(): number {
    return this.#missed.size;
  }

  take(prompts: readonly FedPrompt[]): void {
    for (const prompt of prompts) this.#prompts.set(prompt.index, prompt);
    this.onFed();
  }

  applyTo(request: WorkloadRequest): WorkloadRequest {
    const prompt = this.#prompts.get(request.index);
    if (prompt === undefined) {
      if (this.expected && hasSetLength(request)) this.#missed.add(request.index);
      return request;
    }
    if (!this.keeps) this.#prompts.delete(request.index);
    return { ...request, systemText: prompt.systemText, text: prompt.text };
  }
}

/** A text of its own length, as one of a dataset, needs no tokenizer. */
const hasSetLength = ({ intendedInputTokens, systemText }: WorkloadRequest): boolean =>
  intendedInputTokens !== null || systemText !== null;
