import type { EngineSequence } from '../engine/token-engine.ts';
import type { HttpConnection } from '../http/http-connection.ts';
import { chunk, lastChunk } from '../http/response-head.ts';
import type { TruthRequest } from '../truth/truth-recorder.ts';
import type { AnswerContext } from './answer-stream.ts';

const id =
  'data: {"id":"chatcmpl-0000000000000000","object":"chat.completion.chunk","created":0,"model":"bare","choices":[';
const tokenChunk = chunk(
  `${id}{"index":0,"delta":{"content":" token"},"logprobs":null,"finish_reason":null,"token_ids":null}]}\n\n`,
);

export type BareStreamParts = {
  readonly connection: HttpConnection;
  readonly truthRequest: TruthRequest;
  readonly head: string;
  readonly outputTokens: number;
};

/** A chat stream of constant events, for measurements in which the server must cost as little as it can. */
export class BareStream implements EngineSequence {
  readonly blockHashes: readonly number[] = [];
  readonly promptTokens: number;
  readonly outputTokens: number;
  private readonly context: AnswerContext;
  private readonly connection: HttpConnection;
  private readonly truthRequest: TruthRequest;

  /** The response head, until it has gone out with the first token: one write less per request. */
  private head: string;

  constructor(context: AnswerContext, parts: BareStreamParts) {
    this.context = context;
    this.connection = parts.connection;
    this.truthRequest = parts.truthRequest;
    this.head = parts.head;
    this.promptTokens = parts.truthRequest.promptTokens;
    this.outputTokens = parts.outputTokens;
  }

  onAdmitted(plannedMicros: number): void {
    this.truthRequest.admitted = plannedMicros;
  }

  onTokens(count: number, finished: boolean, plannedMicros: number): void {
    const { clock, truth } = this.context;
    truth.tokensWritten(this.truthRequest, count, clock.now(), plannedMicros);
    this.connection.write(this.head === '' ? tokenChunk : this.head + tokenChunk);
    this.head = '';
    if (!finished) return;
    this.truthRequest.outcome = 'completed';
    this.truthRequest.finished = clock.now();
    const { promptTokens, outputTokens } = this;
    const usage = `"usage":{"prompt_tokens":${promptTokens},"total_tokens":${promptTokens + outputTokens},"completion_tokens":${outputTokens}}`;
    const finish = `${id}{"index":0,"delta":{"content":""},"logprobs":null,"finish_reason":"length"}]}\n\n`;
    this.connection.write(
      chunk(finish) + chunk(`${id}],${usage}}\n\n`) + chunk('data: [DONE]\n\n') + lastChunk,
    );
    this.connection.finish();
  }
}
