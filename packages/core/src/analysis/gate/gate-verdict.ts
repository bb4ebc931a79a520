/** What a gate says of one cell, or of a whole comparison. */
export type GateVerdict = 'pass' | 'fail' | 'inconclusive';

/** An interval of candidate / baseline, which way is better, and how much worse it may get as a share (0.05 is 5 %). */
export type GateCase = {
  readonly interval: { readonly low: number; readonly high: number };
  readonly better: 'higher' | 'lower';
  readonly allowed: number;
};

/** The ratio at which the allowed change is used up: 0.95 where higher is better and 5 % are allowed, else 1.05. */
export const allowedRatio = ({ better, allowed }: Pick<GateCase, 'better' | 'allowed'>): number =>
  better === 'higher' ? 1 - allowed : 1 + allowed;

/**
 * The rule. Only a change for the worse can fail:
 *
 *     ratio, higher is better      worse <---- allowed ---- 1 ----> better
 *     [====]                            |                             fail: the whole interval is beyond
 *          [=================]          |                             inconclusive: it reaches over the limit
 *                                       |  [=========]                pass: it is wholly inside
 */
export function gateVerdict({ interval, better, allowed }: GateCase): GateVerdict {
  const limit = allowedRatio({ better, allowed });
  const isHigher = better === 'higher';
  if (isHigher ? interval.high < limit : interval.low > limit) return 'fail';
  return (isHigher ? interval.low >= limit : interval.high <= limit) ? 'pass' : 'inconclusive';
}

/** The verdict over several: one failure fails, else one that is undecided leaves all undecided. */
export function overallVerdict(verdicts: readonly GateVerdict[]): GateVerdict {
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.length === 0 || verdicts.includes('inconclusive') ? 'inconclusive' : 'pass';
}
