import { findingAbove, millisText, percentText, type TrustFinding } from './trust-finding.ts';
import type { TrustInput } from './trust-input.ts';
import {
  busyInvalidShare,
  busySuspectShare,
  delayFloor,
  delayInvalidFactor,
  delayInvalidFloor,
  delayShareOfMedian,
  droppedSuspectShare,
  rareDelayMedians,
  shortWindow,
  startLagFloor,
} from './trust-limits.ts';

/** Was the client the bottleneck? */
export function clientBusy(input: TrustInput): TrustFinding | null {
  const { cpuShare, simulatedOrSameHost } = input;
  if (cpuShare === null) return null;
  const shared = simulatedOrSameHost ? '; the server ran on the same cores' : '';
  const message = `the busiest load worker used ${percentText(cpuShare)} of a core${shared}`;
  return findingAbove(
    cpuShare,
    { suspect: busySuspectShare, invalid: habitual(input, busyInvalidShare) },
    'client-busy',
    message,
  );
}

/** The delay is judged against the smallest median that it adds to: it is in every token gap as in every first token. */
export function eventLoopDelay(input: TrustInput): TrustFinding | null {
  const delay = input.eventLoopDelayP99Micros;
  if (delay === null) return null;
  const medians = [input.ttftP50Micros, input.tokenGapP50Micros].filter((median) => median !== null);
  const median = medians.length === 0 ? 0 : Math.min(...medians);
  const suspect = Math.max(delayFloor, delayShareOfMedian * median);
  const invalid = Math.max(delayInvalidFloor, delayInvalidFactor * suspect, rareDelayMedians * median);
  const message = `the client's event loop came up to ${millisText(delay)} late (p99)`;
  return findingAbove(delay, { suspect, invalid: habitual(input, invalid) }, 'event-loop-delay', message);
}

/** A share of a core, or a p99 of a tick, over less than a second is an accident of that second: suspect at most. */
function habitual({ windowMicros }: TrustInput, limit: number): number {
  return windowMicros === null || windowMicros < shortWindow ? Number.POSITIVE_INFINITY : limit;
}

/** Late starts are inside the response times, which count from the schedule. */
export function startLag(input: TrustInput): TrustFinding | null {
  const lag = input.startLagP99Micros;
  if (lag === null) return null;
  const suspect = Math.max(startLagFloor, delayShareOfMedian * (input.ttftP50Micros ?? 0));
  const message = `requests started up to ${millisText(lag)} behind their schedule`;
  return findingAbove(lag, { suspect, invalid: suspect * delayInvalidFactor }, 'start-lag', message);
}

/** Was the planned rate offered? */
export function droppedArrivals({ counts }: TrustInput): TrustFinding | null {
  if (counts.planned === 0) return null;
  const share = counts.dropped / counts.planned;
  const message = `${counts.dropped} of ${counts.planned} planned requests were never sent: the cap was reached`;
  return findingAbove(
    share,
    { suspect: droppedSuspectShare, invalid: Number.POSITIVE_INFINITY },
    'dropped',
    message,
  );
}
