import { percentileRisk } from './confidence.ts';

/**
 * The samples that a percentile needs to be printed at all: ceil(ln 0.01 / ln p), with p as a share (0.99). With fewer,
 * the chance that not one sample lies above the true percentile is more than 1 %, so its estimate could not see the
 * tail. 0.9 gives 44, 0.95 gives 90, 0.99 gives 459, 0.999 gives 4603.
 */
export function requiredSamples(percentile: number): number {
  if (!(percentile > 0 && percentile < 1)) {
    throw new RangeError(`a percentile is a share between 0 and 1, not ${percentile}`);
  }
  return Math.ceil(Math.log(percentileRisk) / Math.log(percentile));
}
