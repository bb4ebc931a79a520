import { studentQuantile } from '../../statistics/student-t.ts';
import { finding, percentText, type TrustFinding } from '../trust-finding.ts';
import { type Drift, driftOf } from './drift.ts';
import { type LoadBlock, loadBlocks } from './load-blocks.ts';
import type { LoadSample } from './load-sample.ts';
import {
  firstTokenDrift,
  leastCompletedPerBlock,
  regressionBlocks,
  throughputDrift,
  trendProbability,
  turnsPerBlock,
} from './steadiness-limits.ts';

/** A measurement window in the samples' microseconds. */
export type SampledWindow = { readonly startMicros: number; readonly endMicros: number };

const driftDeviations = studentQuantile(trendProbability, regressionBlocks - 2);

/**
 * Whether a stage still changed while it was measured: the window is cut into eight blocks, and the line through their
 * tokens per second rises or falls by more than 10 %, or the one through their mean times to first token by more
 * than 25 %, significantly (t, 99.9 % on either side). `null` where it was steady, and where the window holds too few
 * requests for a verdict: five per block and half of those in flight.
 *
 * Simulated in the test: of steady minutes with 5 % noise a second 0 to 3 in 1,000 are found, of those with Poisson
 * arrivals 1 to 2 in 100, as the load that they offer drifts itself; a fall of 20 % in 97 of 100.
 */
export function endIsSteady(samples: readonly LoadSample[], window: SampledWindow): TrustFinding | null {
  const blocks = loadBlocks(samples, window.startMicros, window.endMicros, regressionBlocks);
  if (!blocks.every(isTelling)) return null;
  const throughput = driftOf(blocks.map((block) => block.tokensPerSecond));
  if (isDrift(throughput, throughputDrift)) return notSteady('throughput', throughput.share, throughputDrift);
  const times = blocks.map((block) => block.firstTokenMicros).filter((time) => time !== null);
  const firstToken = times.length === blocks.length ? driftOf(times) : null;
  if (isDrift(firstToken, firstTokenDrift))
    return notSteady('the time to first token', firstToken.share, firstTokenDrift);
  return null;
}

const isTelling = (block: LoadBlock): boolean =>
  block.completed >= Math.max(leastCompletedPerBlock, turnsPerBlock * block.inFlight);

const isDrift = (drift: Drift | null, limit: number): drift is Drift =>
  drift !== null && Math.abs(drift.share) > limit && Math.abs(drift.deviations) > driftDeviations;

function notSteady(what: string, share: number, limit: number): TrustFinding {
  const direction = share > 0 ? 'rose' : 'fell';
  return finding('suspect', {
    code: 'not-steady',
    message: `not steady: ${what} ${direction} by ${percentText(Math.abs(share))} over the window`,
    value: share,
    limit,
  });
}
