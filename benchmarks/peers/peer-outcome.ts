import type { PeerReading } from './figure.ts';
import type { LoadTruth } from './load-truth.ts';
import { cpuBetween, type TreeUsage } from './measured-run.ts';
import type { PeerLoad } from './peer-load.ts';

/** One client under one load: measured, or why not. */
export type PeerOutcome =
  | { readonly kind: 'failed'; readonly reason: string }
  | ({ readonly kind: 'measured' } & PeerMeasures);

/** A number, or null with the reason in `reasons`. */
type Measure = number | null;

/** What the table shows of one run. */
export type PeerMeasures = {
  /** Processor time of the whole process tree from its start to its end, for each token event. Microseconds. */
  readonly cpuMicrosPerEvent: number;
  /** The same from the first request to the last token: without start, preparation and report. */
  readonly loadCpuMicrosPerEvent: number;
  readonly eventsPerSecond: number;
  readonly requestsPerSecond: number;
  /** The client's mean minus the server's. Microseconds. */
  readonly firstTokenError: Measure;
  /** The client's 99th percentile of gaps minus the server's. Microseconds. */
  readonly gapP99Error: Measure;
  readonly peakResidentBytes: number;
  readonly secondsToFirstRequest: number;
  readonly secondsAfterLastToken: number;
  /** Requests that the server saw beyond those that the load has; negative when some are missing. */
  readonly extraRequests: number;
  readonly reasons: readonly string[];
};

/** What is known once a run is over. */
export type PeerEvidence = {
  readonly load: PeerLoad;
  readonly usage: TreeUsage;
  readonly truth: LoadTruth;
  readonly reading: PeerReading;
};

/** Holds a client's own result against what the server and the system know. */
export function judgePeer({ load, usage, truth, reading }: PeerEvidence): PeerMeasures {
  const seconds = (truth.lastToken - truth.firstRequest) / 1e6;
  const loadCpu = cpuBetween(usage.samples, truth.firstRequest, truth.lastToken);
  const { firstTokenMean, gapP99 } = reading;
  return {
    cpuMicrosPerEvent: usage.cpuMicros / truth.events,
    loadCpuMicrosPerEvent: loadCpu / truth.events,
    eventsPerSecond: truth.events / seconds,
    requestsPerSecond: truth.requests / seconds,
    firstTokenError: difference(firstTokenMean.micros, truth.firstTokenMean),
    gapP99Error: difference(gapP99.micros, truth.gapP99),
    peakResidentBytes: usage.peakResidentBytes,
    secondsToFirstRequest: (truth.firstRequest - usage.startedMicros) / 1e6,
    secondsAfterLastToken: (usage.endedMicros - truth.lastToken) / 1e6,
    extraRequests: truth.requests - load.requests,
    reasons: [
      ...(firstTokenMean.micros === null
        ? [`no mean time to the first token: ${firstTokenMean.reason}`]
        : []),
      ...(gapP99.micros === null ? [`no gap p99: ${gapP99.reason}`] : []),
    ],
  };
}

const difference = (measured: number | null, truth: number | null): Measure =>
  measured === null || truth === null ? null : measured - truth;
