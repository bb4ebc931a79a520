import { findingAbove, millisText, percentText, type TrustFinding } from './trust-finding.ts';
import type { TrustInput } from './trust-input.ts';
import {
  busyInvalidShare,
  busySuspectShare,
  connectionWaitsSuspectShare,
  delayFloor,
  delayInvalidFactor,
  delayInvalidFloor,
  delayShareOfMedian,
  droppedSuspectShare,
  pausedSuspectShare,
  rareDelayMedians,
  readWaitFloor,
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

/** Marks are taken in the order in which reads come up: behind a burst of others, they are late by up to this. */
export function readsWaited(input: TrustInput): TrustFinding | null {
  const first = input.firstTokenWaitMicros;
  const firstLimit = Math.max(readWaitFloor, delayShareOfMedian * (input.ttftMeanMicros ?? 0));
  if (first !== null && first > firstLimit) {
    const message = `first tokens may have waited ${millisText(first)} on average until the client read them`;
    return findingAbove(
      first,
      { suspect: firstLimit, invalid: habitual(input, firstLimit * delayInvalidFactor) },
      'reads-waited',
      message,
    );
  }
  const any = input.readWaitP99Micros;
  if (any === null) return null;
  const suspect = Math.max(readWaitFloor, delayShareOfMedian * (input.tokenGapP50Micros ?? 0));
  const message = `events may have waited up to ${millisText(any)} (p99) until the client read them`;
  return findingAbove(any, { suspect, invalid: Number.POSITIVE_INFINITY }, 'reads-waited', message);
}

/** Nothing is read while garbage is collected. */
export function garbageCollection(input: TrustInput): TrustFinding | null {
  if (input.pausedMicros === null) return null;
  const share = input.pausedMicros / input.wholeMicros;
  const message = `the load workers collected garbage for ${percentText(share)} of the time`;
  const limits = { suspect: pausedSuspectShare, invalid: Number.POSITIVE_INFINITY };
  return findingAbove(share, limits, 'garbage-collection', message);
}

/** A handshake is outside the time to first token, but not outside what the server has to do. */
export function connectionsOpened({ connectionWaits, counts }: TrustInput): TrustFinding | null {
  if (connectionWaits === null || counts.dispatched === 0) return null;
  const share = connectionWaits / counts.dispatched;
  const message = `${connectionWaits} of ${counts.dispatched} requests waited for a connection to open`;
  const limits = { suspect: connectionWaitsSuspectShare, invalid: Number.POSITIVE_INFINITY };
  return findingAbove(share, limits, 'connection-waits', message);
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
