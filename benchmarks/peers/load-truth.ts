import { z } from 'zod';
import type { LoadPace } from './peer-load.ts';

/** What the server knows of one client's run. Microseconds; instants are on the machine's monotonic clock. */
export type LoadTruth = {
  readonly requests: number;
  readonly events: number;
  /** The first request was read. */
  readonly firstRequest: number;
  /** The last token was handed to the kernel. */
  readonly lastToken: number;
  readonly firstTokenMean: number | null;
  readonly gapP99: number | null;
};

const simulated = z.object({
  zeroMonotonicMicros: z.number(),
  requests: z.array(z.object({ arrival: z.number(), lastToken: z.number().nullable(), events: z.number() })),
  timeToFirstToken: z.object({ mean: z.number().nullable() }),
  gap: z.object({ p99: z.number().nullable() }),
});

const short = z.object({ requests: z.number(), firstMicros: z.number(), lastMicros: z.number() });
const tokensOfShortStream = 4;

/** The truth out of a server's `/truth`; null when it saw no request. */
export function readLoadTruth(pace: LoadPace, answer: unknown): LoadTruth | null {
  return pace.kind === 'steps' ? ofSimulated(simulated.parse(answer)) : ofShortStreams(short.parse(answer));
}

function ofSimulated(truth: z.infer<typeof simulated>): LoadTruth | null {
  const ends = truth.requests.flatMap(({ lastToken }) => (lastToken === null ? [] : [lastToken]));
  if (ends.length === 0) return null;
  return {
    requests: truth.requests.length,
    events: truth.requests.reduce((sum, { events }) => sum + events, 0),
    firstRequest: truth.zeroMonotonicMicros + least(truth.requests.map(({ arrival }) => arrival)),
    lastToken: truth.zeroMonotonicMicros + largest(ends),
    firstTokenMean: truth.timeToFirstToken.mean,
    gapP99: truth.gap.p99,
  };
}

function ofShortStreams({ requests, firstMicros, lastMicros }: z.infer<typeof short>): LoadTruth | null {
  if (requests === 0) return null;
  return {
    requests,
    events: requests * tokensOfShortStream,
    firstRequest: firstMicros,
    lastToken: lastMicros,
    firstTokenMean: null,
    gapP99: null,
  };
}

const least = (values: readonly number[]): number => values.reduce((left, right) => Math.min(left, right));
const largest = (values: readonly number[]): number => values.reduce((left, right) => Math.max(left, right));
