import type { Result } from './result-file.ts';

/** An analysis in which nothing was derived. */
export const noAnalysis: Result['analysis'] = {
  comparisons: [],
  capacity: null,
  scaling: [],
  crossovers: [],
  physicalLimits: [],
  loadLimits: [],
  parity: [],
  findings: [],
  recommendations: [],
  tips: [],
  scorecard: [],
};
