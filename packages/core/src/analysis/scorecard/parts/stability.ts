import type { Stage } from '../../../result/stage-schema.ts';
import { coefficientOfVariation } from '../../../statistics/mean.ts';
import { repeatValues } from '../../levels/level-values.ts';
import { measuredLevels } from '../../levels/measured-level.ts';
import { failuresOf } from '../../recommendations/error-cell.ts';
import type { JudgedFacts } from '../../recommendations/use-case-rule.ts';
import { known, type PartFormula, unknownPart } from '../part-value.ts';

export const errorShare: PartFormula = ({ result }, { name }) => {
  const counts = failuresOf(result, name);
  if (counts === null) return unknownPart();
  return known(counts.failed / counts.ended, [
    { name: 'failed', value: counts.failed, unit: 'requests' },
    { name: 'ended', value: counts.ended, unit: 'requests' },
  ]);
};

export const variation: PartFormula = (facts, { name }) => {
  const value = variationOf(facts, name);
  return value === null ? unknownPart() : known(value);
};

/** The largest coefficient of variation of a level's main rate over its repeats; `null` without a level of two repeats. */
export function variationOf({ result }: Pick<JudgedFacts, 'result'>, name: string): number | null {
  const all = measuredLevels(result, ({ target }) => target === name).flatMap(({ suite, targets }) => {
    const isAlone = suite === 'single-user' || suite === 'languages';
    const pick = ({ metrics }: Stage) => (isAlone ? metrics.requestSpeed : metrics.outputThroughput);
    return targets.flatMap((own) => coefficientOfVariation(repeatValues(own, pick)) ?? []);
  });
  return all.length === 0 ? null : Math.max(...all);
}

/** A stall is long or short by the gaps of its own stage, not by the clock: an engine may be slow and even. */
export const stall: PartFormula = ({ result }, { name }) => {
  const all = result.stages.flatMap(({ target, trust, metrics: { maxStall, chunkGap } }) => {
    const longest = maxStall.p99 ?? maxStall.max;
    if (target !== name || trust.verdict === 'invalid' || longest === null) return [];
    const usual = chunkGap.p50 ?? chunkGap.mean;
    return usual === null || usual <= 0 ? [] : [{ ratio: longest / usual, longest, usual }];
  });
  const worst = all.toSorted((one, other) => other.ratio - one.ratio)[0];
  if (worst === undefined) return unknownPart();
  return known(worst.ratio, [
    { name: 'stall', value: worst.longest, unit: 'us' },
    { name: 'gap', value: worst.usual, unit: 'us' },
  ]);
};

export const deaths: PartFormula = ({ result }, { name }) => {
  const own = result.stages.filter(({ target }) => target === name);
  if (own.length === 0) return unknownPart();
  return known(own.filter(({ status }) => status === 'failed').length, [
    { name: 'stages', value: own.length, unit: 'count' },
  ]);
};
