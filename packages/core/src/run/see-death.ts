import { setTimeout as delay } from 'node:timers/promises';
import { httpGet } from '../measurement/http-get.ts';
import { reachedServer } from '../transport/unreachable-target.ts';
import type { DiscoveredTarget } from './discover-target.ts';
import type { StageOutcome } from './load-worker-protocol.ts';

/** How often a target is asked before it counts as gone: one that is being restarted may refuse for a moment. */
const attempts = 3;
const pauseMillis = 300;
const mostPatienceMillis = 5000;

/**
 * The outcome of a stage, with `target-unreachable` as its reason where the target is not there any more. A stage whose last
 * requests failed may have ended by itself before there were enough failures to give it up; and a target that only fails, or
 * is slow, must not be called dead. So after failures it is asked. Never throws; a run that is interrupted asks no further.
 */
export async function seeDeath(
  outcome: StageOutcome,
  target: DiscoveredTarget,
  interrupt: AbortSignal,
): Promise<StageOutcome> {
  const isOpen = outcome.reason === 'finished' || outcome.reason === 'every-request-failed';
  if (!isOpen || !lostSomething(outcome)) return outcome;
  return (await isGone(target, interrupt)) ? { ...outcome, reason: 'target-unreachable' } : outcome;
}

/** Answers that were cut because they took too long count as well: a target that is stopped resets nothing. */
const lostSomething = ({ measurement: { counts, warmup } }: StageOutcome): boolean =>
  counts.failed > 0 || counts.cut > 0 || warmup.errors.length > 0;

async function isGone(target: DiscoveredTarget, interrupt: AbortSignal): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await delay(pauseMillis, null, { signal: interrupt }).catch(() => null);
    if (interrupt.aborted || (await answers(target, interrupt))) return false;
  }
  return !interrupt.aborted;
}

/** Any answer is one, also a refusal. Of a target that never said what it is no more is asked than to be connected to. */
async function answers(
  { baseUrl, access, answersQuestions }: DiscoveredTarget,
  signal: AbortSignal,
): Promise<boolean> {
  const { headers, address, timeoutMicros } = access;
  const timeoutMillis = Math.min(timeoutMicros / 1000, mostPatienceMillis);
  try {
    await httpGet(`${baseUrl}/v1/models`, { headers, address, timeoutMillis, signal });
    return true;
  } catch (error) {
    return !answersQuestions && reachedServer(error);
  }
}
