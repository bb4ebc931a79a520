import { noAnalysis } from '../result/no-analysis.ts';
import type { Result } from '../result/result-file.ts';
import { comparisonsOf } from './comparisons/comparisons-of.ts';
import { findingsOf } from './findings/findings-of.ts';
import { loadLimitsOf } from './load-limits/load-limits-of.ts';
import { parityOf } from './parity/parity-of.ts';
import { physicalLimitsOf } from './physical-limit/physical-limits-of.ts';
import { recommendationsOf } from './recommendations/recommendations-of.ts';
import { tipsOf } from './recommendations/tips/tips-of.ts';
import { crossoversOf } from './scaling/crossovers-of.ts';
import { scalingOf } from './scaling/scaling-of.ts';
import { scorecardOf } from './scorecard/scorecard-of.ts';

/**
 * The result with everything that can be derived from it; what it said before is derived anew, but for a capacity, which
 * only its own search knows. A pure function: the same result has the same analysis.
 *
 *     comparisons, scaling, parity -> crossovers, limits -> findings -> recommendations, scorecard
 */
export function analyzeResult<Any extends Result>(result: Any): Any {
  const compared = withAnalysis(result, {
    ...noAnalysis,
    capacity: result.analysis.capacity,
    comparisons: comparisonsOf(result),
    scaling: scalingOf(result),
    parity: parityOf(result),
  });
  const limited = withAnalysis(compared, {
    crossovers: crossoversOf(compared),
    physicalLimits: physicalLimitsOf(compared),
    loadLimits: loadLimitsOf(compared),
  });
  const found = withAnalysis(limited, { findings: findingsOf(limited) });
  return withAnalysis(found, {
    recommendations: recommendationsOf(found),
    tips: tipsOf(found),
    scorecard: scorecardOf(found),
  });
}

function withAnalysis<Any extends Result>(result: Any, parts: Partial<Result['analysis']>): Any {
  return { ...result, analysis: { ...result.analysis, ...parts } };
}
