import { assertNever } from '../../errors/assert-never.ts';
import { selectorExamples, selectorKinds } from './read-selector.ts';
import { sloPresets } from './slo-presets.ts';
import { type Comparison, comparisons, type StageSelector } from './threshold.ts';
import { metricMeanings, statisticMeanings } from './threshold-meanings.ts';
import {
  isCount,
  isLatency,
  isRate,
  metricNames,
  percentiles,
  rateUnits,
  summaryStatistics,
} from './threshold-metrics.ts';
import { type ThresholdUnit, thresholdUnits, type UnitKind } from './threshold-units.ts';

/** A metric in the reference: what may stand behind it, and in which units its limit is written. */
export type MetricReference = {
  readonly name: string;
  readonly meaning: string;
  /** Empty where the metric is one figure. */
  readonly statistics: readonly string[];
  /** Empty where a limit is a bare number, or a word. */
  readonly units: readonly string[];
  readonly example: string;
};

/** A name of the grammar with what it means, and how it is written. */
export type NameReference = { readonly name: string; readonly meaning: string; readonly example: string };

/** The grammar of thresholds as tables, for the documentation and the help text. */
export type ThresholdReference = {
  readonly grammar: string;
  readonly metrics: readonly MetricReference[];
  readonly statistics: readonly NameReference[];
  readonly selectors: readonly NameReference[];
  readonly comparisons: readonly NameReference[];
  readonly units: readonly NameReference[];
  readonly presets: readonly NameReference[];
  /** What holds for all of them, a sentence each. */
  readonly rules: readonly string[];
};

/** Everything that a threshold can be made of, read from what the parser knows. Every example parses. */
export function thresholdReference(): ThresholdReference {
  return {
    grammar: '[selector.]* [whole.] metric [statistic] comparison limit',
    metrics: metricNames.map(metricReference),
    statistics: [...percentiles, ...summaryStatistics, 'certified'].map((name) => ({
      name,
      meaning: statisticMeanings[name] ?? '',
      example: `ttft ${name === 'certified' ? 'certified p99' : name} < 500ms`,
    })),
    selectors: selectorKinds.map((name) => ({
      name,
      meaning: selectorMeanings[name],
      example: `${selectorExamples[name]}.errorRate < 1%`,
    })),
    comparisons: comparisons.map((name) => ({ name, ...comparisonReference[name] })),
    units: thresholdUnits.map(unitReference),
    presets: sloPresets.map(({ name, terms }) => ({
      name,
      meaning: terms.map((term) => term.text).join(', '),
      example: `goodput(${name}) > 99%`,
    })),
    rules,
  };
}

function metricReference(name: string): MetricReference {
  const meaning = metricMeanings[name] ?? '';
  const figure = { name, meaning, statistics: [] };
  if (isLatency(name)) {
    const statistics = [...percentiles, ...summaryStatistics, 'certified'];
    return { ...figure, statistics, units: unitsOf('time'), example: `${name} p95 < 500ms` };
  }
  if (isRate(name)) {
    const unit = rateUnits[name];
    return { ...figure, units: [unit], example: `${name} > ${unit === 'tok/s' ? 2500 : 3.5} ${unit}` };
  }
  if (isCount(name)) return { ...figure, units: [], example: `${name} >= 1` };
  switch (name) {
    case 'concurrency':
      return { ...figure, statistics: summaryStatistics, units: [], example: 'concurrency mean > 45' };
    case 'errorRate':
      return { ...figure, units: unitsOf('share'), example: 'errorRate < 0.1%' };
    case 'goodput': {
      const units = [...unitsOf('share'), ...unitsOf('request-rate')];
      return { ...figure, units, example: 'goodput(ttft<500ms, tokenGap<50ms) > 99%' };
    }
    default:
      return { ...figure, units: [], example: 'trust == valid' };
  }
}

const unitsOf = (kind: UnitKind): readonly string[] =>
  thresholdUnits.filter((unit) => unit.kind === kind).map((unit) => unit.name);

const selectorMeanings: Readonly<Record<StageSelector['kind'], string>> = {
  target: 'stages of this target',
  suite: 'stages of this kind of suite',
  language: 'stages whose prompts are in this language',
  users: 'closed-loop stages with so many users',
  rate: 'open-loop stages with this one rate of arrivals, in requests per second',
  inputTokens: 'stages whose prompts are all of this length, as in a suite "context"',
};

const comparisonReference: Readonly<Record<Comparison, Omit<NameReference, 'name'>>> = {
  '<': { meaning: 'below', example: 'ttft p95 < 500ms' },
  '<=': { meaning: 'at most', example: 'ttft p95 <= 500ms' },
  '>': { meaning: 'above', example: 'outputThroughput > 2500' },
  '>=': { meaning: 'at least', example: 'trust >= suspect' },
  '==': { meaning: 'exactly; for numbers of requests and trust only', example: 'dropped == 0' },
};

function unitReference({ name, kind }: ThresholdUnit): NameReference {
  switch (kind) {
    case 'time':
      return { name, meaning: 'latencies', example: `ttft p95 < 500${name}` };
    case 'share':
      return { name, meaning: 'the error rate, or a goodput as share', example: 'errorRate < 0.1%' };
    case 'token-rate':
      return {
        name,
        meaning: 'tokens per second; may be left out',
        example: 'outputThroughput > 2500 tok/s',
      };
    case 'request-rate':
      return {
        name,
        meaning: 'requests per second; may be left out but for a goodput',
        example: 'goodput(ttft<500ms) > 3.5 req/s',
      };
    default:
      return assertNever(kind);
  }
}

const rules: readonly string[] = [
  'A threshold is held against every stage that all its selectors fit; without a selector, against every stage.',
  'Every such stage has to pass, each repeat on its own.',
  'No data fails: an unknown figure, a percentile with too few samples, a threshold without a stage.',
  'A stage that is invalid does not pass, whatever its figures are.',
  'Figures are those of the measurement window; "whole." takes those of the whole stage, ramp and drain included.',
  'Numbers of requests are always those of the whole stage.',
  'The name of a preset may stand for its thresholds, for an SLO, or for the limits of a goodput.',
  'Words are parted by a dot or by spaces.',
];
