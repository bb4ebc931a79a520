import { finding, findingAbove, millisText, percentText, type TrustFinding } from './trust-finding.ts';
import type { TrustInput } from './trust-input.ts';
import {
  coldDifference,
  coldFactor,
  concurrencyHeldShare,
  errorInvalidRate,
  errorSuspectRate,
  leastRequestsPerUser,
  shortWindow,
  shortWindowRequestsPerUser,
} from './trust-limits.ts';

const hasData = ({ counts }: TrustInput): boolean => counts.completed > 0;

/** Was anything answered? */
export function noData(input: TrustInput): TrustFinding | null {
  if (hasData(input)) return null;
  return finding('invalid', { code: 'no-data', message: 'no request was answered', value: 0, limit: 1 });
}

/** Did the stage come to its end at all? */
export function stageFailed({ status }: TrustInput): TrustFinding | null {
  if (status !== 'failed') return null;
  return finding('invalid', { code: 'stage-failed', message: 'the stage failed', value: null, limit: null });
}

/** Was it stopped early? */
export function interrupted({ status }: TrustInput): TrustFinding | null {
  if (status !== 'partial') return null;
  const message = 'the stage was stopped before its end';
  return finding('suspect', { code: 'interrupted', message, value: null, limit: null });
}

/** Did too many requests fail? */
export function errors({ errorRate }: TrustInput): TrustFinding | null {
  if (errorRate === null) return null;
  const message = `${percentText(errorRate)} of the requests failed`;
  return findingAbove(errorRate, { suspect: errorSuspectRate, invalid: errorInvalidRate }, 'errors', message);
}

/** Was there a time over which rates can be taken? */
export function noWindow(input: TrustInput): TrustFinding | null {
  if (input.windowMicros !== null || !hasData(input)) return null;
  const message = 'no measurement window opened, so there are no rates';
  return finding('suspect', { code: 'no-window', message, value: null, limit: null });
}

/** A single-user stage of five requests is as planned; what few samples cannot give, the percentiles say themselves. */
export function tooFewRequests(input: TrustInput): TrustFinding | null {
  if (input.windowMicros === null || !hasData(input) || input.completedInWindow > 0) return null;
  const message = 'no request ended inside the measurement window';
  return finding('suspect', { code: 'too-few-requests', message, value: 0, limit: 1 });
}

/** Did every user finish something in the window, and enough of it where the window is short? */
export function windowTooShort(input: TrustInput): TrustFinding | null {
  const { windowMicros, completedInWindow } = input;
  if (windowMicros === null || completedInWindow === 0) return null;
  const users = input.plannedUsers ?? 1;
  const perUser = windowMicros < shortWindow ? shortWindowRequestsPerUser : leastRequestsPerUser;
  const limit = perUser * users;
  if (completedInWindow >= limit) return null;
  const asked = input.plannedUsers === null ? '' : ` of ${users} ${users === 1 ? 'user' : 'users'}`;
  const message = `only ${completedInWindow} requests${asked} ended in a window of ${millisText(windowMicros)}`;
  return finding('suspect', { code: 'short-window', message, value: completedInWindow, limit });
}

/** Are requests in the figures that paid for the server's start? */
export function coldStart(input: TrustInput): TrustFinding | null {
  const { coldMeanTtftMicros: cold, warmMeanTtftMicros: warm } = input;
  if (input.warmedUp || cold === null || warm === null) return null;
  if (cold <= coldFactor * warm || cold - warm <= coldDifference) return null;
  const message = `without a warm-up, cold requests waited ${millisText(cold)} for the first token, warm ones ${millisText(warm)}`;
  return finding('suspect', { code: 'cold-start', message, value: cold, limit: coldFactor * warm });
}

/** Are the tokens counted? */
export function tokenSourceUnknown(input: TrustInput): TrustFinding | null {
  if (input.tokenSource !== 'unknown' || !hasData(input)) return null;
  const message = 'the server gave no token counts, so there are no token rates';
  return finding('suspect', { code: 'token-source-unknown', message, value: null, limit: null });
}

/** Were as many requests in flight as there are users? */
export function concurrencyNotHeld({ concurrencyMean, plannedUsers }: TrustInput): TrustFinding | null {
  if (concurrencyMean === null || plannedUsers === null) return null;
  const limit = concurrencyHeldShare * plannedUsers;
  if (concurrencyMean >= limit) return null;
  const message = `on average ${Number(concurrencyMean.toFixed(1))} requests were in flight, not ${plannedUsers}`;
  return finding('suspect', { code: 'concurrency-not-held', message, value: concurrencyMean, limit });
}
