import type { StageSuite } from '../planned-stage.ts';
import type { RequestObjective } from '../request-limits.ts';
import type {
  CountMetric,
  LatencyStatistic,
  Percentile,
  RateMetric,
  SummaryStatistic,
  ThresholdLatency,
} from './threshold-metrics.ts';

/** How a measured value is held against its limit. */
export const comparisons = ['<', '<=', '>', '>=', '=='] as const;
/** One of them. */
export type Comparison = (typeof comparisons)[number];

/** How far a stage can be trusted, worst first. */
export const trustVerdicts = ['invalid', 'suspect', 'valid'] as const;
/** One of them. */
export type TrustVerdict = (typeof trustVerdicts)[number];

/** Which stages a threshold is about; several are all to hold. */
export type StageSelector =
  | { readonly kind: 'target'; readonly value: string }
  | { readonly kind: 'suite'; readonly value: StageSuite }
  | { readonly kind: 'language'; readonly value: string }
  /** Closed loop: so many users. */
  | { readonly kind: 'users'; readonly value: number }
  | { readonly kind: 'inputTokens'; readonly value: number }
  /** Open loop: so many requests per second. */
  | { readonly kind: 'rate'; readonly value: number };

/** The number of a stage that a threshold looks at. */
export type Measure =
  | {
      readonly kind: 'latency';
      readonly latency: ThresholdLatency;
      readonly statistic: LatencyStatistic;
      /** What stands for it in an open loop, where a request has a planned arrival to count from. Presets only. */
      readonly inOpenLoop?: ThresholdLatency;
    }
  /** The bound that lies above the true percentile with 99 % confidence. */
  | { readonly kind: 'certified'; readonly latency: ThresholdLatency; readonly percentile: Percentile }
  | { readonly kind: 'rate'; readonly rate: RateMetric }
  | { readonly kind: 'concurrency'; readonly statistic: SummaryStatistic }
  | { readonly kind: 'error-rate' }
  | { readonly kind: 'count'; readonly count: CountMetric }
  | { readonly kind: 'goodput'; readonly objective: RequestObjective }
  | { readonly kind: 'trust' };

/** What the value is held against: microseconds, a share from 0 to 1, a rate per second, a number of requests, a verdict. */
export type Limit =
  | { readonly unit: 'us' | 'share' | 'tok/s' | 'req/s' | 'requests'; readonly value: number }
  | { readonly unit: 'verdict'; readonly value: TrustVerdict };

/** A threshold on one stage, whichever it is; a term of an SLO. `text` is how a person wrote it. */
export type ThresholdTerm = {
  readonly text: string;
  /** The measurement window, or the whole stage with its ramp and drain. */
  readonly span: 'window' | 'whole';
  readonly measure: Measure;
  readonly comparison: Comparison;
  readonly limit: Limit;
};

/** A threshold on every stage that all its selectors fit. No selector fits every stage. */
export type Threshold = ThresholdTerm & { readonly selectors: readonly StageSelector[] };

/** One condition of a service level objective over a stage; the capacity search keeps all of them. */
export type SloTerm = ThresholdTerm;
