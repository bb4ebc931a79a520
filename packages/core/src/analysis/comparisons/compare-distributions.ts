import type { DistributionComparison } from '../../result/analysis/comparison-schema.ts';
import type { LatencyName } from '../../result/figure-schema.ts';
import { mannWhitney } from '../../statistics/mann-whitney.ts';
import type { ComparedStages } from './one-repeat-interval.ts';
import { requestsOf } from './requests-of.ts';

/** The requests of both sides compared one by one, all repeats together; `null` where a stage kept no histogram. */
export function compareDistributions(
  latency: LatencyName,
  stages: ComparedStages,
): DistributionComparison | null {
  const baseline = requestsOf(stages.baseline, latency);
  const candidate = requestsOf(stages.candidate, latency);
  if (baseline === null || candidate === null) return null;
  const compared = mannWhitney(baseline, candidate);
  if (compared === null) return null;
  return { latency, requests: { baseline: baseline.count, candidate: candidate.count }, ...compared };
}
