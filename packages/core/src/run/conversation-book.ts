import type { Attempt, AttemptEnd, RequestTransport } from '../load/request-transport.ts';
import type { RequestClasses } from '../measurement/class-latencies.ts';
import type { Flight } from '../transport/flight.ts';
import type { TokenObserver } from '../transport/token-observer.ts';
import type { ChatTurn } from '../workload/datasets/dataset-pack.ts';
import type { Conversation, ConversationSource, WorkloadRequest } from '../workload/workload-request.ts';
import type { StageRequests } from './stage-requests.ts';

/** Turns that have figures of their own; later ones are counted together. */
const ownTurns = 8;

type Talk = {
  readonly number: number;
  readonly conversation: Conversation;
  turn: number;
  readonly history: ChatTurn[];
};

/**
 * Keeps the conversations of a worker's users: each user asks turn after turn, with the answers that really came in the
 * history, and begins a new conversation after the last turn, or after a turn that failed. User u of N holds the
 * conversations u, u + N, u + 2N and so on, so what is asked does not depend on who answers how fast.
 */
export class ConversationBook implements StageRequests {
  readonly needsAnswers = true;
  readonly classes: RequestClasses = {
    names: Array.from({ length: ownTurns }, (_, turn) =>
      turn + 1 < ownTurns ? `turn ${turn + 1}` : `turn ${turn + 1} and later`,
    ),
    of: ({ user }) => Math.min(this.#talkOf(user).turn, ownTurns - 1),
  };
  readonly #source: ConversationSource;
  readonly #users: number;
  readonly #language: string;
  readonly #talks = new Map<number, Talk>();
  /** Whose request is being built. */
  #asking = 0;

  constructor(source: ConversationSource, users: number, language: string) {
    this.#source = source;
    this.#users = users;
    this.#language = language;
  }

  request(index: number): WorkloadRequest {
    const { conversation, turn, history } = this.#talkOf(this.#asking);
    return {
      index,
      language: this.#language,
      systemText: conversation.systemText,
      history,
      text: conversation.text(turn),
      outputTokens: conversation.outputTokens(turn),
      intendedInputTokens: null,
      requestClass: null,
    };
  }

  /** A turn can only be built when the answer before it is there, so nothing is prepared ahead. */
  aroundTransport(transport: RequestTransport): RequestTransport {
    return {
      prepare: () => {},
      cutAll: () => transport.cutAll(),
      start: (attempt: Attempt, onEnd: (end: AttemptEnd) => void) => {
        this.#asking = attempt.user;
        transport.start(attempt, onEnd);
      },
    };
  }

  aroundObserver(observer: TokenObserver): TokenObserver {
    return {
      gap: (flight, chunkGap, tokens, countedGap) => observer.gap(flight, chunkGap, tokens, countedGap),
      left: (flight) => observer.left(flight),
      ended: (flight) => {
        observer.ended(flight);
        this.#goOn(flight);
      },
    };
  }

  #goOn({ attempt, status, text }: Flight): void {
    const talk = this.#talkOf(attempt.user);
    const { conversation, turn } = talk;
    if (status !== 'completed' || turn + 1 >= conversation.turns) {
      this.#begin(attempt.user, talk.number + this.#users);
      return;
    }
    talk.history.push({ role: 'user', text: conversation.text(turn) }, { role: 'assistant', text });
    talk.turn++;
  }

  #talkOf(user: number): Talk {
    return this.#talks.get(user) ?? this.#begin(user, user);
  }

  #begin(user: number, number: number): Talk {
    const talk: Talk = { number, conversation: this.#source.conversation(number), turn: 0, history: [] };
    this.#talks.set(user, talk);
    return talk;
  }
}
