import { createRandom } from '../../random/create-random.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { meanOf } from '../../statistics/mean.ts';
import { ratioInterval } from '../../statistics/ratio-interval.ts';
import type { CachingAuditKind } from './caching-audit-stages.ts';
import { type CachingPart, fasterRatio } from './caching-verdict.ts';

/** The stages of both kinds. */
export type StagesByKind = Readonly<Record<CachingAuditKind, readonly Stage[]>>;

/**
 * One latency of both kinds, a value per stage: requests of one stage share what the host did meanwhile, so the
 * interval is over stages, not over requests.
 */
export function comparePart(stages: StagesByKind, read: (stage: Stage) => number | null): CachingPart {
  const distinct = knownValues(stages.distinct, read);
  const repeated = knownValues(stages.repeated, read);
  const means = { distinct: meanOf(distinct), repeated: meanOf(repeated) };
  // The same stages get the same interval, wherever they are judged.
  const random = createRandom('caching');
  const interval = ratioInterval({ baseline: distinct, candidate: repeated }, random);
  if (interval === null) return { ...means, ratio: null, low: null, high: null, finding: 'unclear' };
  const { ratio, low, high } = interval;
  const finding = high < fasterRatio ? 'faster' : low >= fasterRatio ? 'same' : 'unclear';
  return { ...means, ratio, low, high, finding };
}

function knownValues(stages: readonly Stage[], read: (stage: Stage) => number | null): readonly number[] {
  return stages.map(read).filter((value) => value !== null);
}
