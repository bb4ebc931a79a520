import type { EngineSequence } from '../engine/token-engine.ts';
import type { HttpConnection } from '../http/http-connection.ts';
import { chunk, lastChunk } from '../http/response-head.ts';
import type { TruthRequest } from '../truth/truth-recorder.ts';
import type { AnswerContext } from './answer-stream.ts';

/** The routes that have a bare answer. */
export type BareRoute = 'chat' | 'completions';

type BareTexts = {
  readonly token: string;
  readonly finish: string;
  readonly usage: (usage: string) => string;
};

/** The events of a route, all constant but for the usage. */
function textsOf(object: string, choice: (text: string, finish: string) => string): BareTexts {
  const start = `data: {"id":"bare-0000000000000000","object":"${object}","created":0,"model":"bare","choices":[`;
  return {
    token: chunk(`${start}${choice(' token', 'null')}]}\n\n`),
    finish: chunk(`${start}${choice('', '"length"')}]}\n\n`),
    usage: (usage) => chunk(`${start}],"usage":${usage}}\n\n`),
  };
}

const texts: Readonly<Record<BareRoute, BareTexts>> = {
  chat: textsOf(
    'chat.completion.chunk',
    (text, finish) =>
      `{"index":0,"delta":{"content":"${text}"},"logprobs":null,"finish_reason":${finish},"token_ids":null}`,
  ),
  completions: textsOf(
    'text_completion',
    (text, finish) =>
      `{"index":0,"text":"${text}","logprobs":null,"finish_reason":${finish},"token_ids":null}`,
  ),
};
const done = chunk('data: [DONE]\n\n') + lastChunk;

export type BareStreamParts = {
  readonly connection: HttpConnection;
  readonly truthRequest: TruthRequest;
  readonly head: string;
  readonly outputTokens: number;
  readonly route: BareRoute;
};

/** A stream of constant events, for measurements in which the server must cost as little as it can. */
export class BareStream implements EngineSequence {
  readonly blockHashes: readonly number[] = [];
  readonly promptTokens: number;
  readonly outputTokens: number;
  private readonly context: AnswerContext;
  private readonly connection: HttpConnection;
  private readonly truthRequest: TruthRequest;
  private readonly texts: BareTexts;

  /** The response head, until it has gone out with the first token: one write less per request. */
  private head: string;

  constructor(context: AnswerContext, parts: BareStreamParts) {
    this.context = context;
    this.connection = parts.connection;
    this.truthRequest = parts.truthRequest;
    this.head = parts.head;
    this.texts = texts[parts.route];
    this.promptTokens = parts.truthRequest.promptTokens;
    this.outputTokens = parts.outputTokens;
  }

  onAdmitted(plannedMicros: number): void {
    this.truthRequest.admitted = plannedMicros;
  }

  onTokens(count: number, finished: boolean, plannedMicros: number): void {
    const { clock, truth } = this.context;
    truth.tokensWritten(this.truthRequest, count, clock.now(), plannedMicros);
    this.connection.write(this.head === '' ? this.texts.token : this.head + this.texts.token);
    this.head = '';
    if (!finished) return;
    this.truthRequest.outcome = 'completed';
    this.truthRequest.finished = clock.now();
    const { promptTokens, outputTokens } = this;
    const usage = `{"prompt_tokens":${promptTokens},"total_tokens":${promptTokens + outputTokens},"completion_tokens":${outputTokens}}`;
    this.connection.write(this.texts.finish + this.texts.usage(usage) + done);
    this.connection.finish();
  }
}
