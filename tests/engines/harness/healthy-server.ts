import { setTimeout as pause } from 'node:timers/promises';

const pollMilliseconds = 250;
const answerMilliseconds = 20_000;

async function answersHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(answerMilliseconds) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    // Nobody listens yet, or the listener does not answer yet.
    return false;
  }
}

/**
 * Asks `/health` until it answers 200. Throws what `death` resolves with as soon as the server has died,
 * and an error when the time (milliseconds) is over.
 */
export async function waitUntilHealthy(
  url: string,
  limits: { readonly death: Promise<Error>; readonly withinMilliseconds: number },
): Promise<void> {
  const deadline = performance.now() + limits.withinMilliseconds;
  const died = limits.death.then((error) => ({ error }));
  for (;;) {
    const seen = await Promise.race([died, answersHealthy(url)]);
    if (typeof seen === 'object') throw seen.error;
    if (seen) return;
    if (performance.now() > deadline) {
      throw new Error(`${url}/health did not answer 200 within ${limits.withinMilliseconds / 1000} s`);
    }
    await Promise.race([died, pause(pollMilliseconds)]);
  }
}
