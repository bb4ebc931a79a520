import type { PlannedLoad } from '../../plan/planned-stage.ts';
import { studentQuantile } from '../../statistics/student-t.ts';
import { finding, millisText, percentText, type TrustFinding } from '../trust-finding.ts';
import { driftOf } from './drift.ts';
import { type LoadBlock, loadBlocks, readingAt } from './load-blocks.ts';
import type { LoadSample } from './load-sample.ts';
import {
  answeredShare,
  burstDeviations,
  fillUpGain,
  fillUpShare,
  leastCompletedToJudge,
  queueRise,
  regressionBlocks,
  trendProbability,
} from './steadiness-limits.ts';

/** Reason code of a stage whose queue only grows. */
export const overSaturatedCode = 'over-saturated';

const queueDeviations = studentQuantile(trendProbability, regressionBlocks - 2);
const firstTokenDeviations = studentQuantile(0.99, regressionBlocks - 2);

/**
 * Whether an open loop sends more than the server can answer, so that its queue only grows and every figure depends on
 * how long the stage lasts. May be asked at every sample; the first sample has to be the stage's begin. The first
 * quarter of the time so far is left out. Over the rest, all of these have to hold:
 *
 * - fewer requests ended than the rate planned, by 5 % and by 2.5 standard deviations of a Poisson count, over the
 *   whole and over its last third. In a burst that a stable server works off, it answers more than the planned rate, and
 *   one that keeps up again is left alone;
 * - as many more are in flight now than before. In a lull too, fewer end than planned, but none pile up;
 * - the line through the requests in flight rises by a quarter of their mean, significantly (t, 99.9 %). A single stall does not;
 * - tokens per second do not rise with them (not by a fifth of it). A server that still fills up gives more tokens, the
 *   more requests it holds.
 *
 * The regression on first-token times is said beside them where it is significant. It is no condition: a server without a
 * cap on its batch answers everybody at once and slower and slower.
 *
 * Error rates, simulated in the test with 10 requests per second: in 1,000 minutes at 90 % of the capacity (and at 80 %)
 * it speaks in none for servers of one request at a time and of batches, and in 2 for one that shares its capacity; at
 * 97 % of that one in 20 to 30. At 120 % it speaks after 230 to 310 arrivals in the median and 1,200 at the latest, at 150 %
 * after 110 and 380.
 *
 * `null` for closed loops, whose users are bounded, and for arrivals without one steady rate (ramps, steps, traces).
 */
export function detectOverSaturation(samples: readonly LoadSample[], load: PlannedLoad): TrustFinding | null {
  const rate = steadyRate(load);
  const [first, last] = [samples[0], samples.at(-1)];
  if (rate === null || first === undefined || last === undefined) return null;
  const to = last.atMicros;
  const from = first.atMicros + fillUpShare * (to - first.atMicros);
  if (!isBehind(samples, { rate, from, to })) return null;
  const blocks = loadBlocks(samples, from, to, regressionBlocks);
  const queue = driftOf(blocks.map((block) => block.inFlight));
  const throughput = driftOf(blocks.map((block) => block.tokensPerSecond));
  if (queue === null || queue.share < queueRise || queue.deviations < queueDeviations) return null;
  if (throughput !== null && throughput.share > fillUpGain * queue.share) return null;
  const answered = endedBetween(samples, from, to) / (rate * seconds(from, to));
  return finding('suspect', {
    code: overSaturatedCode,
    message: `the server answered ${percentText(answered)} of the planned rate: requests in flight grew to ${last.inFlight}${firstTokenText(blocks)}`,
    value: answered,
    limit: answeredShare,
  });
}

function steadyRate(load: PlannedLoad): number | null {
  if (load.loop === 'closed') return null;
  const { arrivals } = load;
  switch (arrivals.kind) {
    case 'constant':
    case 'poisson':
    case 'gamma':
      return arrivals.requestsPerSecond;
    default:
      return null;
  }
}

type Judged = { readonly rate: number; readonly from: number; readonly to: number };

/** Whether answers are missing, now as before, and the missing ones wait in the server. */
function isBehind(samples: readonly LoadSample[], { rate, from, to }: Judged): boolean {
  if (endedBetween(samples, from, to) < leastCompletedToJudge) return false;
  const planned = rate * seconds(from, to);
  const waiting = readingAt(samples, to, 'inFlight') - readingAt(samples, from, 'inFlight');
  if (waiting < burstDeviations * Math.sqrt(planned)) return false;
  const lastThird = to - (to - from) / 3;
  // A third of the time shows a third of the shortfall; its deviations are those of the whole over the root of three.
  return (
    isShort(endedBetween(samples, from, to), planned, burstDeviations) &&
    isShort(endedBetween(samples, lastThird, to), planned / 3, burstDeviations / Math.sqrt(3))
  );
}

const isShort = (ended: number, planned: number, deviations: number): boolean =>
  ended < answeredShare * planned && planned - ended >= deviations * Math.sqrt(planned);

function endedBetween(samples: readonly LoadSample[], from: number, to: number): number {
  const ended = (at: number): number =>
    readingAt(samples, at, 'completed') + readingAt(samples, at, 'failed');
  return ended(to) - ended(from);
}

function firstTokenText(blocks: readonly LoadBlock[]): string {
  const times = blocks.map((block) => block.firstTokenMicros).filter((time) => time !== null);
  const drift = driftOf(times);
  const [early, late] = [times[0], times.at(-1)];
  if (drift === null || early === undefined || late === undefined || drift.deviations < firstTokenDeviations)
    return '';
  return `, and the time to first token from ${millisText(early)} to ${millisText(late)}`;
}

const seconds = (from: number, to: number): number => (to - from) / 1e6;
