const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Request Entity Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** A response's head with the headers that uvicorn sends, in its order; `lines` are whole header lines. */
export function responseHead(status: number, lines: readonly string[]): string {
  const reason = reasons[status] ?? 'Unknown';
  const rest = lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
  return `HTTP/1.1 ${status} ${reason}\r\ndate: ${new Date().toUTCString()}\r\nserver: uvicorn\r\n${rest}\r\n`;
}

const hexSizes: string[] = Array.from({ length: 4096 }, (_, size) => `${size.toString(16)}\r\n`);

/** A body part of a chunked response, framed; `wire` holds one byte per UTF-16 unit. */
export function chunk(wire: string): string {
  const size = wire.length;
  return `${hexSizes[size] ?? `${size.toString(16)}\r\n`}${wire}\r\n`;
}

/** The end of a chunked response. */
export const lastChunk = '0\r\n\r\n';
