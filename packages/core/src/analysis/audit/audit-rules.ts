import { abovePhysicalLimit } from './rules/above-physical-limit.ts';
import { answersEndedEarly } from './rules/answers-ended-early.ts';
import { argumentDeprecated } from './rules/argument-deprecated.ts';
import { argumentUnknown } from './rules/argument-unknown.ts';
import { cachedPrompts } from './rules/cached-prompts.ts';
import { claimAgainstTable } from './rules/claim-against-table.ts';
import { clientLimited } from './rules/client-limited.ts';
import { coldStartInside } from './rules/cold-start-inside.ts';
import { countsDoNotAddUp } from './rules/counts-do-not-add-up.ts';
import { crossoverAgainstTable } from './rules/crossover-against-table.ts';
import { driverTooOld } from './rules/driver-too-old.ts';
import { figuresDoNotFollow } from './rules/figures-do-not-follow.ts';
import { imageNotPinned } from './rules/image-not-pinned.ts';
import { linearScalingClaim } from './rules/linear-scaling-claim.ts';
import { meanOutsideRange } from './rules/mean-outside-range.ts';
import { memoryAboveGpu } from './rules/memory-above-gpu.ts';
import { memoryBelowWeights } from './rules/memory-below-weights.ts';
import { methodNotTold } from './rules/method-not-told.ts';
import { noRepeats } from './rules/no-repeats.ts';
import { parity } from './rules/parity.ts';
import { perUserSpeedRises } from './rules/per-user-speed-rises.ts';
import { percentileWithoutSamples } from './rules/percentile-without-samples.ts';
import { percentilesOutOfOrder } from './rules/percentiles-out-of-order.ts';
import { ratioDoesNotFollow } from './rules/ratio-does-not-follow.ts';
import { requestFieldIgnored } from './rules/request-field-ignored.ts';
import { saturationClaim } from './rules/saturation-claim.ts';
import { shareOfLimit } from './rules/share-of-limit.ts';
import { singleUserSlowerThanShared } from './rules/single-user-slower-than-shared.ts';
import { startFasterThanWeights } from './rules/start-faster-than-weights.ts';
import { unequalLengths } from './rules/unequal-lengths.ts';
import { winnerInsideNoise } from './rules/winner-inside-noise.ts';
import { winnerRestsOnColdNumber } from './rules/winner-rests-on-cold-number.ts';
import { workaroundOutdated } from './rules/workaround-outdated.ts';

/**
 * Every rule of the audit by its code, in the order of its findings: contradictions, physics, statistics, method, parity,
 * compatibility. This list is where a new one is added; its sentence goes into every catalogue.
 */
export const auditRules = {
  'single-user-slower-than-shared': singleUserSlowerThanShared,
  'winner-rests-on-cold-number': winnerRestsOnColdNumber,
  'crossover-against-table': crossoverAgainstTable,
  'claim-against-table': claimAgainstTable,
  'figures-do-not-follow': figuresDoNotFollow,
  'counts-do-not-add-up': countsDoNotAddUp,
  'ratio-does-not-follow': ratioDoesNotFollow,
  'linear-scaling-claim': linearScalingClaim,
  'saturation-claim': saturationClaim,
  'per-user-speed-rises': perUserSpeedRises,
  'above-physical-limit': abovePhysicalLimit,
  'memory-below-weights': memoryBelowWeights,
  'memory-above-gpu': memoryAboveGpu,
  'start-faster-than-weights': startFasterThanWeights,
  'share-of-limit': shareOfLimit,
  'percentiles-out-of-order': percentilesOutOfOrder,
  'mean-outside-range': meanOutsideRange,
  'winner-inside-noise': winnerInsideNoise,
  'percentile-without-samples': percentileWithoutSamples,
  'no-repeats': noRepeats,
  'cold-start-inside': coldStartInside,
  'method-not-told': methodNotTold,
  'cached-prompts': cachedPrompts,
  'unequal-lengths': unequalLengths,
  'answers-ended-early': answersEndedEarly,
  'client-limited': clientLimited,
  parity,
  'image-not-pinned': imageNotPinned,
  'driver-too-old': driverTooOld,
  'argument-unknown': argumentUnknown,
  'argument-deprecated': argumentDeprecated,
  'request-field-ignored': requestFieldIgnored,
  'workaround-outdated': workaroundOutdated,
} as const;
