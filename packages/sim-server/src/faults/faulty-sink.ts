import { type AnswerSink, streamHeaders, type TokensWritten } from '../answering/answer-sink.ts';
import type { StreamFormat } from '../dialects/stream-format.ts';
import type { HttpConnection } from '../http/http-connection.ts';
import { chunk, lastChunk, responseHead } from '../http/response-head.ts';
import { faultOf, type SimulatedFault } from './fault.ts';
import { GzipStream } from './gzip-stream.ts';

/** One thing to do on the connection, in order. */
type Operation =
  | { readonly kind: 'write'; readonly wire: string; readonly tokens: number; readonly plannedMicros: number }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'act'; readonly run: () => void };

/** What a faulty sink works with. */
export interface FaultySinkOptions {
  readonly connection: HttpConnection;
  readonly engine: 'vllm' | 'sglang';
  readonly faults: readonly SimulatedFault[];
  readonly format: StreamFormat;
  readonly written: TokensWritten;
  /** The error event of the dialect. */
  readonly errorEvent: (message: string) => string;
  /** The stream ended by a fault: nothing more is to be produced. */
  readonly broken: () => void;
}

/**
 * A sink that does what its faults say. Everything passes through one queue, so that a stall holds back all that
 * comes after it and the pieces of a split event leave one by one.
 */
export class FaultySink implements AnswerSink {
  private readonly options: FaultySinkOptions;
  private readonly queue: Operation[] = [];
  private isDraining = false;
  private isBroken = false;
  private tokens = 0;
  private hasStalled = false;
  private readonly gzip: GzipStream | null;
  private coalesced = { wire: '', tokens: 0, events: 0, plannedMicros: 0 };

  constructor(options: FaultySinkOptions) {
    this.options = options;
    this.gzip = faultOf(options.faults, 'gzip') === null ? null : new GzipStream();
  }

  open(opening: string): void {
    const headers = streamHeaders(this.options.engine, this.options.format.contentType);
    if (this.has('close-delimited')) headers.splice(2, 1, 'connection: close');
    if (this.has('gzip')) headers.push('content-encoding: gzip');
    this.put({ kind: 'write', wire: responseHead(200, headers), tokens: 0, plannedMicros: 0 });
    if (this.has('empty-stream')) {
      this.put({ kind: 'act', run: () => this.endTransfer() });
      this.put({ kind: 'act', run: () => this.breakOff() });
      return;
    }
    if (opening !== '') this.putEvent(opening, 0, 0);
  }

  event(wire: string, tokens: number, plannedMicros: number): void {
    if (this.isBroken) return;
    const stall = faultOf(this.options.faults, 'stall');
    if (stall !== null && !this.hasStalled && this.tokens >= stall.atToken) {
      this.hasStalled = true;
      this.put({ kind: 'wait', milliseconds: stall.milliseconds });
    }
    this.tokens += tokens;
    this.putEvent(wire, tokens, plannedMicros);
    this.endEarly();
  }

  close(events: readonly string[], ended: () => void): void {
    if (this.isBroken) return;
    for (const event of events) {
      if (event !== this.options.format.done || !this.has('no-done')) this.putEvent(event, 0, 0);
    }
    this.flushCoalesced();
    this.put({ kind: 'act', run: ended });
    if (this.has('keep-open-after-done')) return;
    this.put({ kind: 'act', run: () => this.endTransfer() });
  }

  /** Faults that end the stream in the middle. */
  private endEarly(): void {
    for (const fault of this.options.faults) {
      if (!('atToken' in fault) || fault.kind === 'stall' || this.tokens < fault.atToken) continue;
      this.flushCoalesced();
      this.isBroken = true;
      if (fault.kind === 'error-in-stream') {
        this.putEvent(this.options.errorEvent('The engine failed while it generated.'), 0, 0);
        if (this.options.format.done !== '') this.putEvent(this.options.format.done, 0, 0);
        this.flushCoalesced();
        this.put({ kind: 'act', run: () => this.endTransfer() });
      } else {
        const how = fault.kind === 'reset' ? 'reset' : 'destroy';
        this.put({
          kind: 'act',
          run: () =>
            how === 'reset'
              ? this.options.connection.drop('reset')
              : this.options.connection.finishByClosing(),
        });
      }
      this.put({ kind: 'act', run: () => this.breakOff() });
      return;
    }
  }

  private breakOff(): void {
    this.isBroken = true;
    this.options.broken();
  }

  private endTransfer(): void {
    const { connection } = this.options;
    if (this.gzip !== null) {
      const end = this.gzip.end();
      connection.write(this.has('close-delimited') ? end : chunk(end));
    }
    if (this.has('close-delimited')) {
      connection.finishByClosing();
      return;
    }
    connection.write(lastChunk);
    connection.finish();
  }

  private putEvent(wire: string, tokens: number, plannedMicros: number): void {
    const shaped = this.reshape(wire);
    const coalesce = faultOf(this.options.faults, 'coalesce');
    if (coalesce === null) {
      this.putFramed(shaped, tokens, plannedMicros);
      return;
    }
    this.coalesced = {
      wire: this.coalesced.wire + this.frame(shaped),
      tokens: this.coalesced.tokens + tokens,
      events: this.coalesced.events + 1,
      // What is late is the oldest of the events that are held together.
      plannedMicros: this.coalesced.tokens === 0 ? plannedMicros : this.coalesced.plannedMicros,
    };
    if (this.coalesced.events >= coalesce.events) this.flushCoalesced();
  }

  private flushCoalesced(): void {
    const { wire, tokens, plannedMicros } = this.coalesced;
    this.coalesced = { wire: '', tokens: 0, events: 0, plannedMicros: 0 };
    if (wire !== '') this.put({ kind: 'write', wire, tokens, plannedMicros });
  }

  /** The event in as many chunks and writes as the faults want; its tokens count with the last piece. */
  private putFramed(wire: string, tokens: number, plannedMicros: number): void {
    const pieces = this.pieces(wire);
    pieces.forEach((piece, index) => {
      const isLast = index === pieces.length - 1;
      this.put({ kind: 'write', wire: this.frame(piece), tokens: isLast ? tokens : 0, plannedMicros });
      if (!isLast) this.put({ kind: 'wait', milliseconds: 0 });
    });
  }

  private pieces(wire: string): string[] {
    const split = faultOf(this.options.faults, 'split');
    if (split !== null) {
      const count = Math.ceil(wire.length / split.bytes);
      return Array.from({ length: count }, (_, index) =>
        wire.slice(index * split.bytes, (index + 1) * split.bytes),
      );
    }
    if (!this.has('half-character')) return [wire];
    const cut = wire.search(/[\u00c0-\u00ff]/) + 1;
    return cut === 0 ? [wire] : [wire.slice(0, cut), wire.slice(cut)];
  }

  private frame(wire: string): string {
    const bytes = this.gzip === null ? wire : this.gzip.compress(wire);
    return this.has('close-delimited') ? bytes : chunk(bytes);
  }

  private reshape(event: string): string {
    let text = event;
    if (this.has('no-space')) text = text.replace('data: ', 'data:');
    if (this.has('comments')) text = `: ping\n\n${text}`;
    const lineEnd = faultOf(this.options.faults, 'line-end');
    return lineEnd === null ? text : text.replaceAll('\n', lineEnd.lineEnd === 'crlf' ? '\r\n' : '\r');
  }

  private has(kind: SimulatedFault['kind']): boolean {
    return this.options.faults.some((fault) => fault.kind === kind);
  }

  private put(operation: Operation): void {
    this.queue.push(operation);
    if (!this.isDraining) this.drain();
  }

  private drain(): void {
    this.isDraining = true;
    for (let operation = this.queue.shift(); operation !== undefined; operation = this.queue.shift()) {
      if (operation.kind === 'wait') {
        const go = (): void => this.drain();
        if (operation.milliseconds === 0) setImmediate(go);
        else setTimeout(go, operation.milliseconds).unref();
        return;
      }
      if (operation.kind === 'act') operation.run();
      else {
        if (operation.tokens > 0) this.options.written(operation.tokens, operation.plannedMicros);
        this.options.connection.write(operation.wire);
      }
    }
    this.isDraining = false;
  }
}
