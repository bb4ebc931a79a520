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

/** A chat stream of constant events, for measurements in which the server must cost as little as it can. */
export class BareStream implements EngineSequence {
  readonly blockHashes: readonly number[] = [];
  readonly promptTokens: number;
  readonly outputTokens: number;
  private readonly context: AnswerContext;
  private readonly connection: HttpConnection;
  private readonly truthRequest: TruthRequest;

  constructor(
    context: AnswerContext,
    connection: HttpConnection,
    truthRequest: TruthRequest,
    outputTokens: number,
  ) {
    this.context = context;
    this.connection = connection;
    this.truthRequest = truthRequest;
    this.promptTokens = truthRequest.promptTokens;
    this.outputTokens = outputTokens;
  }

  onAdmitted(plannedMicros: number): void {
    this.truthRequest.admitted = plannedMicros;
  }

  onTokens(count: number, finished: boolean, plannedMicros: number): void {
    const { clock, truth } = this.context;
    truth.tokensWritten(this.truthRequest, count, clock.now(), plannedMicros);
    this.connection.write(tokenChunk);
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
