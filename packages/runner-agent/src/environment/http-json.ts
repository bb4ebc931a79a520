import { Agent, request } from 'undici';

/** What a route answered, as parsed JSON, or why there is none. */
export type JsonAnswer =
  | { readonly kind: 'answered'; readonly json: unknown }
  | { readonly kind: 'failed'; readonly reason: string };

/** Gets JSON from an address, or from a socket of this host where `socketPath` is given. A port for tests. */
export type JsonGetter = (url: string, socketPath?: string) => Promise<JsonAnswer>;

const timeoutMillis = 5_000;
const largestBodyBytes = 4 * 1024 * 1024;

/** Asks over HTTP, five seconds at most. */
export const getJson: JsonGetter = async (url, socketPath) => {
  const dispatcher = new Agent({
    connect: { timeout: timeoutMillis, ...(socketPath === undefined ? {} : { socketPath }) },
    headersTimeout: timeoutMillis,
    bodyTimeout: timeoutMillis,
    maxResponseSize: largestBodyBytes,
  });
  try {
    const answer = await request(url, { dispatcher });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      return { kind: 'failed', reason: `it answered with status ${answer.statusCode}` };
    }
    return { kind: 'answered', json: await answer.body.json() };
  } catch (error) {
    return { kind: 'failed', reason: whyNoAnswer(error) };
  } finally {
    await dispatcher.close();
  }
};

/** Says why without addresses and paths, which may hold names of people. */
function whyNoAnswer(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'there is no such socket';
    case 'EACCES':
    case 'EPERM':
      return 'not allowed to open its socket';
    case 'ECONNREFUSED':
      return 'nothing listens there';
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return 'it did not answer in time';
    default:
      return error instanceof SyntaxError
        ? 'it did not answer with JSON'
        : `it cannot be asked (${code || 'unknown error'})`;
  }
}
