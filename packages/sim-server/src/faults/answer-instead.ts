import type { HttpConnection } from '../http/http-connection.ts';
import type { SimulatedEngine } from '../profiles/simulated-profile.ts';
import { faultOf, type SimulatedFault } from './fault.ts';

const messages: Readonly<Record<number, readonly [message: string, type: string]>> = {
  401: ['Unauthorized', 'AuthenticationError'],
  404: ['The model does not exist.', 'NotFoundError'],
  422: ['The request could not be processed.', 'UnprocessableEntityError'],
  429: ['Too many requests; try again later.', 'RateLimitError'],
  500: ['Internal server error', 'InternalServerError'],
  503: ['The engine is not ready.', 'ServiceUnavailableError'],
};

/**
 * Gives the answer that a fault puts in the place of the real one. Answers its status (0: none was sent, and none
 * will be), or null when no such fault is asked for.
 */
export function answerInstead(
  faults: readonly SimulatedFault[],
  connection: HttpConnection,
  engine: SimulatedEngine,
): number | null {
  const http = faultOf(faults, 'http');
  if (http !== null) {
    const [message, type] = messages[http.status] ?? ['Error', 'Error'];
    const retry = http.status === 429 || http.status === 503 ? ['retry-after: 1'] : [];
    const body =
      engine === 'vllm'
        ? { error: { message, type, param: null, code: http.status } }
        : { object: 'error', message, type, param: null, code: http.status };
    connection.respond(http.status, 'application/json', JSON.stringify(body), retry);
    return http.status;
  }
  if (faultOf(faults, 'html') !== null) {
    const page =
      '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>';
    connection.respond(200, 'text/html; charset=utf-8', page);
    return 200;
  }
  return faultOf(faults, 'never-answer') === null ? null : 0;
}
