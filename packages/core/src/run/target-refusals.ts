import { exitCodes, KneepointError } from '../errors/kneepoint-error.ts';
import { nearestName } from '../errors/nearest-name.ts';
import type { ServerFacts } from '../measurement/server-facts.ts';

/** Throws where the target wants an API key, or does not accept the one in `headers`. */
export function refuseStatus(
  headers: Readonly<Record<string, string>>,
  facts: ServerFacts,
  shownUrl: string,
): void {
  if (facts.modelsStatus !== 401 && facts.modelsStatus !== 403) return;
  const withKey = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
  throw new KneepointError(
    `the target ${shownUrl} answers ${facts.modelsStatus} at /v1/models: ${withKey ? 'it does not accept the API key' : 'it wants an API key'}`,
    {
      code: 'target-refuses-key',
      exitCode: exitCodes.usage,
      hint: withKey
        ? 'check the key in the environment variable'
        : 'put the key into an environment variable and name it: --api-key-env NAME',
      trouble: { kind: 'key-refused', url: shownUrl, status: facts.modelsStatus, withKey },
    },
  );
}

/** The target says no model, and nobody named one; `isPage` where it answers like a web site. */
export function modelUntold(url: string, isPage: boolean): KneepointError {
  const page = isPage ? ' (it answers with an HTML page)' : '';
  return new KneepointError(`the target ${url} does not say which model it serves${page}`, {
    code: 'model-unknown',
    exitCode: exitCodes.usage,
    hint: 'check the address, or name the model with --model NAME',
    trouble: { kind: 'model-untold', url, isPage },
  });
}

/** The target does not serve the model that was named. */
export function modelNotServed(url: string, model: string, served: readonly string[]): KneepointError {
  const nearest = nearestName(model, served);
  return new KneepointError(
    `the target ${url} does not serve the model "${model}"; it serves ${served.map((name) => `"${name}"`).join(', ')}`,
    {
      code: 'model-not-served',
      exitCode: exitCodes.usage,
      hint:
        nearest === null
          ? 'give one of these with --model, or leave --model out'
          : `did you mean --model ${nearest}?`,
      trouble: { kind: 'model-not-served', url, model, served, nearest },
    },
  );
}
