import type { PropertyWords } from './property-words.ts';

/** What the properties of a comparison of two targets mean. */
export const comparisonWords: PropertyWords = {
  'analysis.comparisons[]': {
    metric: 'which one',
    suite: 'of the stages',
    level: 'place of the stages in the plan; null where they have none',
    load: 'level of the stages',
    language: 'of the prompts',
    baseline: 'name of the one target',
    candidate: 'name of the other',
    unit: 'of both values',
    better: 'whether a higher or a lower value is better',
    baselineValue: 'of the metric, mean over the repeats',
    candidateValue: 'of the metric, mean over the repeats',
    ratio: 'candidate to baseline',
    repeats: 'repeats | the fewer of both sides; one says nothing of how runs differ',
    interval: '95 % interval of the ratio',
    probability: '0 to 1 | of a ratio so far from 1 where there is no difference, two-sided',
    adjusted: 'the same, corrected for the number of comparisons; null where there is no verdict',
    detectableRatio: 'the ratio above 1 that would have been found in four cases of five',
    distribution: 'the requests of both sides compared one by one; null for figures of whole stages',
    winner: 'name of the better target; null where none is',
    verdict: 'what the interval says, after the correction',
    reason: 'why there is no winner, as a sentence',
    reasonCode: 'why there is no winner',
  },
  'analysis.comparisons[].interval': {
    low: 'lower end',
    high: 'upper end',
    method: 'how it was reckoned',
    over: 'what it was drawn from: whole repeats, or the requests or blocks of time of one repeat',
    values: 'how many of these',
  },
  'analysis.comparisons[].interval.values': {
    baseline: 'values | of the one target',
    candidate: 'values | of the other',
  },
  'analysis.comparisons[].adjusted': {
    method: "Holm's correction",
    comparisons: 'comparisons | of this metric in this suite',
    probability: '0 to 1 | a winner needs at most 0.05',
  },
  'analysis.comparisons[].distribution': {
    latency: 'which one',
    requests: 'how many were compared',
    statistic: "Mann and Whitney's U: pairs in which the candidate took longer, ties half",
    superiority: '0 to 1 | probability that a request of the candidate takes longer; 0.5 is no difference',
    probability:
      '0 to 1 | two-sided; requests of one run depend on each other, so it is too small rather than too large',
    method: 'counted out, or by the normal approximation',
  },
  'analysis.comparisons[].distribution.requests': {
    baseline: 'requests | of the one target',
    candidate: 'requests | of the other',
  },
};
