import { linearRegression } from '../../statistics/linear-regression.ts';
import { driftOf } from './drift.ts';
import { type LoadBlock, loadBlocks } from './load-blocks.ts';
import type { LoadSample } from './load-sample.ts';
import {
  firstTokenDrift,
  leastBlockSeconds,
  leastCompletedPerBlock,
  throughputDrift,
  turnsPerBlock,
  warmupBlocks,
} from './steadiness-limits.ts';

/** Whether a stage has settled, from its samples so far. */
export type SteadyRule = (samples: readonly LoadSample[]) => boolean;

/**
 * The rule that ends a warm-up of the kind `steady`. The later half of the time so far is cut into four blocks:
 *
 *     begin                      half                               now
 *       |-------- ignored --------|--- 1 ---|--- 2 ---|--- 3 ---|--- 4 ---|
 *
 * The stage is steady when
 * - each block lasts three quarters of a second or more, and five requests and half of those in flight ended in it;
 * - the line through the blocks' tokens per second rises or falls by no more than 10 %;
 * - the line through their mean times to first token does so by no more than 25 %, or by no more than their own noise.
 *
 * Why the later half: the stretch grows with the time, so a server that warms up slowly is watched long. One that
 * approaches its level as 1 - exp(-t / T) is let through at 97 % of it in the median for any T from 2 to 20 s; with blocks
 * of a fixed length it would be at 55 % for 20 s. The price is that an accident in the warm-up costs its own length
 * once more. Why requests: a block of few requests shows their lengths and not the server, and users who began together
 * end together. Throughput has no allowance for noise: a noisy one crosses the limit by chance soon enough.
 * First-token times have one, as in a queue they never come to rest.
 *
 * Error rates, simulated in the test, with 5 % noise from second to second and the question asked at every sample: a
 * steady stage is called so after 6 s (median), 8 s (99 of 100) and 10 s at the latest. A throughput that rose by half
 * over the later half is called steady in 2 of 1,000 stages, one that rose by 30 % in 13 of 100.
 *
 * It need not ever come true (a single slow user), so whoever asks has a time limit as well.
 */
export const isSteady: SteadyRule = (samples) => {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return false;
  const from = (first.atMicros + last.atMicros) / 2;
  const blocks = loadBlocks(samples, from, last.atMicros, warmupBlocks);
  if (!blocks.every(isTelling)) return false;
  const throughput = driftOf(blocks.map((block) => block.tokensPerSecond));
  if (throughput === null || Math.abs(throughput.share) > throughputDrift) return false;
  return isFirstTokenSteady(blocks, loadBlocks(samples, from, last.atMicros, 2 * warmupBlocks));
};

const isTelling = (block: LoadBlock): boolean =>
  block.seconds >= leastBlockSeconds &&
  block.completed >= Math.max(leastCompletedPerBlock, turnsPerBlock * block.inFlight);

function isFirstTokenSteady(blocks: readonly LoadBlock[], halves: readonly LoadBlock[]): boolean {
  const drift = driftOf(firstTokenTimes(blocks) ?? []);
  if (drift === null) return false;
  if (Math.abs(drift.share) <= firstTokenDrift) return true;
  const times = firstTokenTimes(halves);
  return times !== null && isInsideOwnNoise(times);
}

/** Every block's, or `null` where one has none. */
function firstTokenTimes(blocks: readonly LoadBlock[]): number[] | null {
  const times = blocks.map((block) => block.firstTokenMicros).filter((time) => time !== null);
  return times.length === blocks.length ? times : null;
}

/**
 * Whether the slope is within two standard errors, the noise taken from neighbours: half the mean square of their
 * differences. One step down in a series (the first wave is over) is one large difference among many, where residuals
 * would take the whole step for noise.
 */
function isInsideOwnNoise(values: readonly number[]): boolean {
  const fit = linearRegression(values.map((y, x) => ({ x, y })));
  if (fit === null) return false;
  const differences = values.slice(1).map((value, index) => value - (values[index] ?? value));
  const variance =
    differences.reduce((sum, difference) => sum + difference ** 2, 0) / (2 * differences.length);
  const spread = (values.length * (values.length ** 2 - 1)) / 12;
  return Math.abs(fit.slope) <= 2 * Math.sqrt(variance / spread);
}
