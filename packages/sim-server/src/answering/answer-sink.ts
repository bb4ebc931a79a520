import type { HttpConnection } from '../http/http-connection.ts';
import { chunk, lastChunk, responseHead } from '../http/response-head.ts';

/** Where the events of one streamed answer go. Events are wire texts, each a whole event. */
export interface AnswerSink {
  /** Sends the response's head and, if there is one, the event before the first token. */
  open(opening: string): void;
  /** Sends an event that carries `tokens` tokens (0: none), planned for an instant. */
  event(wire: string, tokens: number, plannedMicros: number): void;
  /** Sends the last events, each in its own chunk, and ends the answer; `ended` is called when all has been written. */
  close(events: readonly string[], ended: () => void): void;
}

/** Called in the moment when an event with tokens is written, before the bytes leave. */
export type TokensWritten = (tokens: number, plannedMicros: number) => void;

/** The header lines of a stream; SGLang writes one of them with capitals. */
export function streamHeaders(engine: 'vllm' | 'sglang', contentType: string): string[] {
  const encoding = engine === 'vllm' ? 'transfer-encoding: chunked' : 'Transfer-Encoding: chunked';
  return [`content-type: ${contentType}`, 'vary: Origin', encoding];
}

/** What a direct sink works with. */
export interface DirectSinkOptions {
  readonly connection: HttpConnection;
  readonly engine: 'vllm' | 'sglang';
  readonly contentType: string;
  readonly written: TokensWritten;
}

/** The usual sink: one event, one chunk, one write. */
export class DirectSink implements AnswerSink {
  private readonly connection: HttpConnection;
  private readonly engine: 'vllm' | 'sglang';
  private readonly contentType: string;
  private readonly written: TokensWritten;

  constructor({ connection, engine, contentType, written }: DirectSinkOptions) {
    this.connection = connection;
    this.engine = engine;
    this.contentType = contentType;
    this.written = written;
  }

  open(opening: string): void {
    const head = responseHead(200, streamHeaders(this.engine, this.contentType));
    this.connection.write(opening === '' ? head : head + chunk(opening));
  }

  event(wire: string, tokens: number, plannedMicros: number): void {
    if (tokens > 0) this.written(tokens, plannedMicros);
    this.connection.write(chunk(wire));
  }

  close(events: readonly string[], ended: () => void): void {
    ended();
    this.connection.write(events.map(chunk).join('') + lastChunk);
    this.connection.finish();
  }
}
