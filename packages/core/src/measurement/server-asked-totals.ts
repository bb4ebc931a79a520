import { type Flight, unset } from '../transport/flight.ts';

/** A sum of latencies in microseconds, and how many went into it. */
export type LatencySum = { readonly count: number; readonly sum: number };

/**
 * What this client asked of a server in a stage, warm-up included: the counterpart of the server's counters, which do
 * not know a warm-up. Plain numbers; those of several workers add up.
 */
export type AskedTotals = {
  readonly completed: number;
  readonly failed: number;
  readonly cut: number;
  /** Output tokens of the completed requests whose count is known. */
  readonly outputTokens: number;
  readonly withoutCount: number;
  readonly timeToFirstToken: LatencySum;
  /** Times between tokens: (last token - first token) over the tokens after the first event. */
  readonly tokenGaps: LatencySum;
  /** The same time over the events after the first. */
  readonly eventGaps: LatencySum;
};

/** Nothing asked yet. */
export const nothingAsked: AskedTotals = {
  completed: 0,
  failed: 0,
  cut: 0,
  outputTokens: 0,
  withoutCount: 0,
  timeToFirstToken: { count: 0, sum: 0 },
  tokenGaps: { count: 0, sum: 0 },
  eventGaps: { count: 0, sum: 0 },
};

/** The totals with one more request that has ended; once per request, so no token pays for it. */
export function withFlight(totals: AskedTotals, flight: Flight): AskedTotals {
  const counted = { ...totals, [flight.status]: totals[flight.status] + 1 };
  if (flight.status !== 'completed') return counted;
  const known = flight.outputTokens !== unset;
  return {
    ...counted,
    outputTokens: totals.outputTokens + (known ? flight.outputTokens : 0),
    withoutCount: totals.withoutCount + (known ? 0 : 1),
    ...latenciesWith(totals, flight),
  };
}

function latenciesWith(
  totals: AskedTotals,
  flight: Flight,
): Pick<AskedTotals, 'timeToFirstToken' | 'tokenGaps' | 'eventGaps'> {
  const { timeToFirstToken, tokenGaps, eventGaps } = totals;
  if (flight.firstToken === unset) return { timeToFirstToken, tokenGaps, eventGaps };
  const spread = flight.lastToken - flight.firstToken;
  const laterTokens = tokensAfterFirstEvent(flight);
  return {
    timeToFirstToken: plus(timeToFirstToken, 1, flight.firstToken - flight.sent),
    tokenGaps: laterTokens > 0 ? plus(tokenGaps, laterTokens, spread) : tokenGaps,
    eventGaps: flight.events > 1 ? plus(eventGaps, flight.events - 1, spread) : eventGaps,
  };
}

/** 0 where the tokens of the first event are not known. */
function tokensAfterFirstEvent(flight: Flight): number {
  if (flight.outputTokens <= 0) return 0;
  if (flight.firstEventTokens !== unset) return flight.outputTokens - flight.firstEventTokens;
  return flight.events === flight.outputTokens ? flight.outputTokens - 1 : 0;
}

/** The totals of two workers, or of two parts of a stage. */
export function addAsked(left: AskedTotals, right: AskedTotals): AskedTotals {
  return {
    completed: left.completed + right.completed,
    failed: left.failed + right.failed,
    cut: left.cut + right.cut,
    outputTokens: left.outputTokens + right.outputTokens,
    withoutCount: left.withoutCount + right.withoutCount,
    timeToFirstToken: addSums(left.timeToFirstToken, right.timeToFirstToken),
    tokenGaps: addSums(left.tokenGaps, right.tokenGaps),
    eventGaps: addSums(left.eventGaps, right.eventGaps),
  };
}

const plus = (total: LatencySum, count: number, sum: number): LatencySum => ({
  count: total.count + count,
  sum: total.sum + sum,
});

const addSums = (left: LatencySum, right: LatencySum): LatencySum => plus(left, right.count, right.sum);

/** The mean in microseconds; `null` of nothing. */
export const meanOfSum = ({ count, sum }: LatencySum): number | null => (count === 0 ? null : sum / count);
