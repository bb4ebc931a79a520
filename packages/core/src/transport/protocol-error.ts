/** What is wrong with the bytes that a server sent; the request that got them fails with class `protocol`. */
export class ProtocolError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ProtocolError';
  }
}
