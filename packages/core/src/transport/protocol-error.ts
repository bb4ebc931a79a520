/** What is wrong with the bytes that a server sent; the request that got them fails with class `protocol`. */
export class ProtocolError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ProtocolError';
  }
}

/** The short name of what made an answer unreadable, by which failures are counted. */
export const protocolDetail = (error: unknown): string =>
  error instanceof ProtocolError ? error.message : 'unreadable answer';
