import { ProtocolError } from './protocol-error.ts';

/** A response head; header names are lower case, repeated headers joined with a comma. */
export type ResponseHead = {
  readonly status: number;
  readonly httpMinor: number;
  readonly headers: ReadonlyMap<string, string>;
};

/** The length that `content-length` states; `null` without one. */
export function parseContentLength(value: string | undefined): number | null {
  if (value === undefined) return null;
  const lengths = new Set(value.split(',').map((part) => part.trim()));
  const [length] = lengths;
  if (lengths.size !== 1 || length === undefined || !/^\d{1,15}$/.test(length)) {
    throw new ProtocolError(`the answer has a content-length that is not a number: "${value}"`);
  }
  return Number(length);
}

/** Status line and headers of a response. Throws `ProtocolError` for what is none. */
export function parseResponseHead(text: string): ResponseHead {
  const lines = text.split(/\r?\n/);
  const statusLine = /^HTTP\/1\.([01]) (\d{3})(?: |$)/.exec(lines[0] ?? '');
  if (statusLine === null) {
    throw new ProtocolError(
      `the answer does not begin with an HTTP/1.1 status line but with ${JSON.stringify((lines[0] ?? '').slice(0, 60))}`,
    );
  }
  const headers = new Map<string, string>();
  for (const line of lines.slice(1)) {
    if (line === '') continue;
    const colon = line.indexOf(':');
    if (colon <= 0 || /\s/.test(line.slice(0, colon))) {
      throw new ProtocolError(`a response header is malformed: ${JSON.stringify(line.slice(0, 60))}`);
    }
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const earlier = headers.get(name);
    headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return { status: Number(statusLine[2]), httpMinor: Number(statusLine[1]), headers };
}
