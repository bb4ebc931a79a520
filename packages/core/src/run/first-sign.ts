import { exitCodes, KneepointError } from '../errors/kneepoint-error.ts';
import { type AskOptions, httpGet } from '../measurement/http-get.ts';

/** How long the questions about a server wait for their answers. */
const usualPatienceMillis = 5000;

/** A server said nothing at all in the time that one request may take. */
export class NoSign extends Error {
  readonly #seconds: number;

  constructor(timeoutMillis: number, cause: unknown) {
    super('no sign of life', { cause });
    this.#seconds = timeoutMillis / 1000;
  }

  /** The error to end with, exit code 3. */
  about(shownUrl: string): KneepointError {
    return new KneepointError(
      `the target ${shownUrl} accepts connections but does not answer within ${this.#seconds} s`,
      {
        code: 'target-unreachable',
        exitCode: exitCodes.targetUnreachable,
        hint: `check that the server is up and that host and port are right, for example with: curl -i ${shownUrl}/v1/models`,
        trouble: { kind: 'no-answer', url: shownUrl, seconds: this.#seconds },
        cause: this,
      },
    );
  }
}

/**
 * Asks one question that ends with the time of a request, where that is shorter than the usual patience: a server that answers
 * it may take its time for the others, and one that says nothing is waited for no longer. Throws `NoSign` for that one.
 * Whatever else goes wrong is left to the questions after it.
 */
export async function firstSign(baseUrl: string, options: AskOptions): Promise<void> {
  const { timeoutMillis } = options;
  if (timeoutMillis >= usualPatienceMillis) return;
  try {
    await httpGet(`${baseUrl}/v1/models`, options);
  } catch (error) {
    if (isTimeout(error)) throw new NoSign(timeoutMillis, error);
  }
}

/** Of the connection's own time-out the questions after it tell more. */
const isTimeout = (error: unknown): boolean =>
  error instanceof Error && /timeout/i.test(error.name) && !/connect/i.test(error.name);
