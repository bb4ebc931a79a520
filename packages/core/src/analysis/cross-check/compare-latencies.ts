import { type LatencySum, meanOfSum } from '../../measurement/server-asked-totals.ts';
import type { CrossCheck } from '../../result/cross-check-schema.ts';
import type { ServerLatency } from '../../result/stage-schema.ts';
import { millisText } from '../trust-finding.ts';
import {
  gapFloor,
  gapShare,
  sameObservationsShare,
  stampError,
  wayFloor,
  wayShare,
} from './cross-check-limits.ts';
import type { TwoViews } from './cross-check-stage.ts';
import { judgedCheck, notCompared } from './judged-check.ts';

/** What lies between the server's stamps and the client's, in microseconds; 0 where it is not known. */
export type WayErrors = {
  /** A request's way there and its first byte's way back: the time that opening a connection took. */
  readonly roundTripMicros: number;
  /** How late the client's own event loop came, p99. */
  readonly clientDelayMicros: number;
};

type Allowed = { readonly low: number; readonly high: number };
type Compared = {
  readonly code: CrossCheck['code'];
  readonly what: string;
  /** What a client's mean below the server's would mean. */
  readonly belowMeans: string;
  readonly asked: LatencySum;
  readonly told: ServerLatency;
  readonly allowedBy: (serverMean: number) => Allowed;
};

/** The mean time to first token: the client's is the server's, plus the way. */
export function compareFirstToken({ asked, server, errors }: TwoViews, shared: boolean): CrossCheck {
  const compared: Compared = {
    code: 'time-to-first-token',
    what: 'time to first token',
    belowMeans: 'a client cannot see a token before the server has it',
    asked: asked.timeToFirstToken,
    told: server.timeToFirstToken,
    allowedBy: (mean) => ({
      low: mean - stampError,
      high: mean + Math.max(wayFloor, mean * wayShare) + errors.roundTripMicros + errors.clientDelayMicros,
    }),
  };
  return compareMeans(compared, shared);
}

/**
 * The mean time between tokens. A server may observe one per token (SGLang) or one per step, of several tokens with
 * speculative decoding (vLLM): whichever of the client's two counts is the server's is compared.
 */
export function compareTokenGap({ asked, server, errors }: TwoViews, shared: boolean): CrossCheck {
  const told = server.interTokenLatency;
  const gaps = sameObservations(asked.tokenGaps, told) ? asked.tokenGaps : asked.eventGaps;
  const gapsPerAnswer = asked.completed === 0 ? 1 : Math.max(1, gaps.count / asked.completed);
  // A late stamp at either end of an answer is spread over its gaps.
  const ends = (2 * (stampError + errors.clientDelayMicros)) / gapsPerAnswer;
  const compared: Compared = {
    code: 'inter-token-latency',
    what: 'time between tokens',
    belowMeans: 'tokens were held back on the way and came closer together than they were made',
    asked: gaps,
    told,
    allowedBy: (mean) => {
      const apart = Math.max(gapFloor, mean * gapShare) + ends;
      return { low: mean - apart, high: mean + apart };
    },
  };
  return compareMeans(compared, shared);
}

function compareMeans(compared: Compared, shared: boolean): CrossCheck {
  const { code, what, belowMeans, asked, told, allowedBy } = compared;
  const client = meanOfSum(asked);
  const figures = { code, unit: 'us', client, server: told.mean } as const;
  if (told.mean === null) return notCompared(figures, told.reason ?? 'the server does not measure it');
  if (client === null) return notCompared(figures, 'the client measured none');
  if (shared) return notCompared(figures, 'the server had other users');
  if (!sameObservations(asked, told)) {
    const message = `not the same observations: ${asked.count} of the client, ${told.count} of the server`;
    return notCompared(figures, message);
  }
  const allowed = allowedBy(told.mean);
  const both = `mean ${what} ${millisText(client)} at the client, ${millisText(told.mean)} in the server`;
  return judgedCheck({ ...figures, client }, allowed, {
    inside: both,
    above: (by) => `${both}: ${millisText(by)} more than the way between them and the client explain`,
    below: () => `${both}: ${belowMeans}`,
  });
}

function sameObservations(asked: LatencySum, told: ServerLatency): boolean {
  if (told.count === null) return false;
  return Math.abs(asked.count - told.count) <= sameObservationsShare * Math.max(asked.count, told.count);
}
