import type { Socket } from 'node:net';
import { type HttpRequest, RequestParser } from './request-parser.ts';
import { responseHead } from './response-head.ts';

/** Answers a request, whose last byte was read at `arrivalMicros`, on its connection. It is called again only after the answer to the request before has ended. */
export type RequestHandler = (
  request: HttpRequest,
  connection: HttpConnection,
  arrivalMicros: number,
) => void;

/** Runs something when all sockets that are readable now have been read. */
export type Defer = (run: () => void) => void;

/**
 * One client's connection. Requests are handled one after the other; what a client sends meanwhile waits.
 * Texts to be written hold one byte per UTF-16 unit: such a string goes to the kernel without a buffer of its own.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private readonly handler: RequestHandler;
  private readonly parser = new RequestParser();
  private readonly now: () => number;
  private readonly defer: Defer;
  private arrivalMicros = 0;
  /** Bytes wait here until all sockets that are readable now have been read: when many requests come at one instant, each arrival is stamped before the first one is looked at. */
  private readonly unread: Buffer[] = [];
  private current: HttpRequest | null = null;
  private abort: (() => void) | null = null;

  constructor(socket: Socket, now: () => number, handler: RequestHandler, defer: Defer) {
    this.now = now;
    this.defer = defer;
    this.socket = socket;
    this.handler = handler;
    socket.on('data', (bytes: Buffer) => {
      this.arrivalMicros = this.now();
      if (this.unread.push(bytes) === 1) this.defer(() => this.readRequests());
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.closed());
  }

  /** Called once if the client goes away before the answer has ended. */
  onAbort(callback: () => void): void {
    this.abort = callback;
  }

  write(wire: string): void {
    this.socket.write(wire, 'latin1');
  }

  /** Answers with a whole body and ends the answer. `headers` are further header lines, before `vary`. */
  respond(status: number, contentType: string | null, body: string, headers: readonly string[] = []): void {
    const bytes = Buffer.from(body, 'utf8');
    const type = contentType === null ? [] : [`content-type: ${contentType}`];
    const head = responseHead(status, [
      ...headers,
      `content-length: ${bytes.length}`,
      ...type,
      'vary: Origin',
    ]);
    this.socket.write(head + bytes.toString('latin1'), 'latin1');
    this.finish();
  }

  respondJson(status: number, body: unknown): void {
    this.respond(status, 'application/json', JSON.stringify(body));
  }

  /** The answer has ended: closes the connection where the client asked for it, else takes the next request. */
  finish(): void {
    const request = this.current;
    this.current = null;
    this.abort = null;
    if (request !== null && !request.keepAlive) this.socket.end();
    else this.serveNext();
  }

  /** Ends the answer by closing the connection. */
  finishByClosing(): void {
    this.current = null;
    this.abort = null;
    this.socket.end();
  }

  /** Drops the connection: with a reset (RST), or as if the process had died (FIN). */
  drop(how: 'reset' | 'destroy'): void {
    this.abort = null;
    if (how === 'reset') this.socket.resetAndDestroy();
    else this.socket.destroy();
  }

  private readRequests(): void {
    for (const bytes of this.unread.splice(0)) this.parser.push(bytes);
    this.serveNext();
  }

  private serveNext(): void {
    while (this.current === null && !this.socket.destroyed) {
      const parsed = this.parser.next();
      switch (parsed.kind) {
        case 'incomplete':
          return;
        case 'continue':
          this.write('HTTP/1.1 100 Continue\r\n\r\n');
          return;
        case 'malformed':
          this.current = null;
          this.respond(400, 'text/plain; charset=utf-8', 'Invalid HTTP request received.', [
            'connection: close',
          ]);
          this.socket.end();
          return;
        case 'request':
          this.current = parsed.request;
          this.handler(parsed.request, this, this.arrivalMicros);
      }
    }
  }

  private closed(): void {
    const abort = this.abort;
    this.abort = null;
    abort?.();
  }
}
