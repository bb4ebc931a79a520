/** A whole HTTP request. Header names are in lower case. */
export interface HttpRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** Whether the connection may serve another request. */
  readonly keepAlive: boolean;
}

/** What a parser makes of the bytes so far. `continue`: the client waits for a 100 before it sends the body. */
export type ParsedRequest =
  | { readonly kind: 'request'; readonly request: HttpRequest }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'continue' }
  | { readonly kind: 'malformed'; readonly reason: string };

interface Head {
  readonly method: string;
  readonly target: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly keepAlive: boolean;
}

const MAX_HEAD_BYTES = 65_536;
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const empty = Buffer.alloc(0);

/** Parses HTTP/1.1 requests off one connection: bodies by length or chunked, one request after the other. */
export class RequestParser {
  private pending: Buffer = empty;
  private head: Head | null = null;
  private askedToContinue = false;

  push(bytes: Buffer): void {
    this.pending = this.pending.length === 0 ? bytes : Buffer.concat([this.pending, bytes]);
  }

  /** The next whole request, if its bytes are here. */
  next(): ParsedRequest {
    if (this.head === null) {
      const end = this.pending.indexOf('\r\n\r\n');
      if (end < 0) {
        return this.pending.length > MAX_HEAD_BYTES ? malformed('head too long') : { kind: 'incomplete' };
      }
      const head = parseHead(this.pending.toString('latin1', 0, end));
      if (head === null) return malformed('bad request line');
      this.head = head;
      this.pending = this.pending.subarray(end + 4);
    }
    const body = this.takeBody(this.head);
    if (typeof body === 'string') return malformed(body);
    if (body === null) return this.incompleteBody(this.head);
    const { method, target, headers, keepAlive } = this.head;
    this.head = null;
    this.askedToContinue = false;
    const mark = target.indexOf('?');
    const path = mark < 0 ? target : target.slice(0, mark);
    const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));
    return { kind: 'request', request: { method, path, query, headers, body, keepAlive } };
  }

  private incompleteBody(head: Head): ParsedRequest {
    if (this.askedToContinue || head.headers.get('expect')?.toLowerCase() !== '100-continue') {
      return { kind: 'incomplete' };
    }
    this.askedToContinue = true;
    return { kind: 'continue' };
  }

  /** The body, null while bytes are missing, or what is wrong with it. */
  private takeBody(head: Head): Buffer | null | string {
    if (head.headers.get('transfer-encoding')?.toLowerCase().includes('chunked') === true) {
      return this.takeChunkedBody();
    }
    const length = Number(head.headers.get('content-length') ?? 0);
    if (!Number.isInteger(length) || length < 0 || length > MAX_BODY_BYTES) return 'bad content-length';
    if (this.pending.length < length) return null;
    const body = this.pending.subarray(0, length);
    this.pending = this.pending.length === length ? empty : this.pending.subarray(length);
    return body;
  }

  private takeChunkedBody(): Buffer | null | string {
    const parts: Buffer[] = [];
    let position = 0;
    for (;;) {
      const lineEnd = this.pending.indexOf('\r\n', position);
      if (lineEnd < 0) return null;
      const size = Number.parseInt(this.pending.toString('latin1', position, lineEnd), 16);
      if (!Number.isInteger(size) || size < 0 || size > MAX_BODY_BYTES) return 'bad chunk size';
      position = lineEnd + 2;
      if (size === 0) break;
      if (this.pending.length < position + size + 2) return null;
      parts.push(this.pending.subarray(position, position + size));
      position += size + 2;
    }
    const trailerEnd = this.pending.indexOf('\r\n\r\n', position - 2);
    if (trailerEnd < 0) return null;
    this.pending = this.pending.subarray(trailerEnd + 4);
    return Buffer.concat(parts);
  }
}

function malformed(reason: string): ParsedRequest {
  return { kind: 'malformed', reason };
}

function parseHead(text: string): Head | null {
  const lines = text.split('\r\n');
  const [method, target, version] = (lines[0] ?? '').split(' ');
  if (!method || !target?.startsWith('/') || version === undefined || !/^HTTP\/1\.[01]$/.test(version)) {
    return null;
  }
  const headers = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    if (colon <= 0) return null;
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const connection = headers.get('connection')?.toLowerCase() ?? '';
  const keepAlive =
    version === 'HTTP/1.1' ? !connection.includes('close') : connection.includes('keep-alive');
  return { method, target, headers, keepAlive };
}
