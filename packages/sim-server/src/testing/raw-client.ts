import { connect } from 'node:net';

/** An HTTP answer as it came off the wire. */
export interface RawAnswer {
  readonly statusLine: string;
  /** Header lines in their order, as written. */
  readonly headerLines: readonly string[];
  /** The body's chunks where it was chunked, else the whole body as one. Latin-1 text: one byte per unit. */
  readonly chunks: readonly string[];
  /** Bytes behind the last chunk; a whole answer has none. */
  readonly trailing: string;
  /** How the answer ended for the client. */
  readonly ended: 'complete' | 'closed' | 'reset';
}

/** What to send. */
export interface RawRequest {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one request over a socket of its own and reads until the answer is complete or the connection ends. */
export function rawRequest(request: RawRequest): Promise<RawAnswer> {
  const body = Buffer.from(request.body ?? '', 'utf8');
  const headers = { host: 'simulator', 'content-type': 'application/json', ...request.headers };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const method = request.method ?? 'POST';
  const head = `${method} ${request.path} HTTP/1.1\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`;
  return new Promise((resolve) => {
    let received = '';
    const socket = connect({ port: request.port, host: '127.0.0.1' });
    const end = (ended: RawAnswer['ended']): void => {
      resolve({ ...splitAnswer(received), ended });
      socket.destroy();
    };
    socket.on('connect', () => socket.write(Buffer.concat([Buffer.from(head, 'latin1'), body])));
    socket.on('data', (bytes: Buffer) => {
      received += bytes.toString('latin1');
      if (isComplete(received)) end('complete');
    });
    socket.on('error', () => end('reset'));
    socket.on('close', () => end('closed'));
  });
}

/** Takes an answer apart: head, and chunks or body. Works on recorded answers too. */
export function splitAnswer(text: string): Omit<RawAnswer, 'ended'> {
  const headEnd = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...headerLines] = text.slice(0, Math.max(0, headEnd)).split('\r\n');
  const body = headEnd < 0 ? '' : text.slice(headEnd + 4);
  const isChunked = headerLines.some((line) => line.toLowerCase() === 'transfer-encoding: chunked');
  if (!isChunked) return { statusLine, headerLines, chunks: [body], trailing: '' };
  return { statusLine, headerLines, ...splitChunks(body) };
}

/** The data of each server-sent event in a decoded body with LF line ends. */
export function eventData(body: string): string[] {
  return body
    .split('\n\n')
    .filter((event) => event.startsWith('data:'))
    .map((event) => event.slice(5).trim());
}

function splitChunks(body: string): Pick<RawAnswer, 'chunks' | 'trailing'> {
  const chunks: string[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', position);
    const size = Number.parseInt(body.slice(position, lineEnd), 16);
    if (lineEnd < 0 || !(size > 0)) return { chunks, trailing: body.slice(lineEnd + 4) };
    chunks.push(body.slice(lineEnd + 2, lineEnd + 2 + size));
    position = lineEnd + 2 + size + 2;
  }
}

function isComplete(text: string): boolean {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return false;
  const head = text.slice(0, headEnd).toLowerCase();
  if (head.includes('transfer-encoding: chunked')) return text.endsWith('\r\n0\r\n\r\n');
  const length = /content-length: (\d+)/.exec(head)?.[1];
  return length !== undefined && text.length - headEnd - 4 >= Number(length);
}
