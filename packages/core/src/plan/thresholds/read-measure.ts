import { parseObjective } from './parse-objective.ts';
import { isSelectorKind } from './read-selector.ts';
import type { Part } from './scan-threshold.ts';
import type { Measure } from './threshold.ts';
import { thresholdError } from './threshold-error.ts';
import {
  isCount,
  isLatency,
  isPercentile,
  isRate,
  isSummary,
  percentiles,
  summaryStatistics,
  type ThresholdLatency,
} from './threshold-metrics.ts';
import { oneOf } from './threshold-units.ts';
import { unknownWord } from './unknown-word.ts';

/** Reads a metric and its statistic; throws a usage error that says what is wrong and what is known. */
export function readMeasure(parts: readonly Part[], source: string): Measure {
  const [metric, ...rest] = parts;
  if (metric === undefined) throw thresholdError(source, 'the metric is missing, such as "ttft p95"');
  const { word } = metric;
  const statistics = rest.map((part) => statisticWord(part, source));
  if (word === 'goodput') return { ...readGoodput(metric, source), ...noStatistic(word, statistics, source) };
  const measure = plainMeasure(word, statistics, source);
  if (measure === null) throw thresholdError(source, unknownWord(metric));
  withoutArgument(metric, source);
  return measure;
}

function plainMeasure(word: string, statistics: readonly string[], source: string): Measure | null {
  if (isLatency(word)) return readLatency(word, statistics, source);
  if (word === 'concurrency') return readConcurrency(statistics, source);
  const alone = singleFigure(word);
  return alone === null ? null : { ...alone, ...noStatistic(word, statistics, source) };
}

function singleFigure(word: string): Measure | null {
  if (isRate(word)) return { kind: 'rate', rate: word };
  if (isCount(word)) return { kind: 'count', count: word };
  if (word === 'errorRate') return { kind: 'error-rate' };
  return word === 'trust' ? { kind: 'trust' } : null;
}

const allStatistics = [...percentiles, ...summaryStatistics];

function readLatency(latency: ThresholdLatency, words: readonly string[], source: string): Measure {
  const certified = words[0] === 'certified';
  const [written, ...rest] = certified ? words.slice(1) : words;
  // `p999` is what the result file calls it.
  const statistic = written === 'p999' ? 'p99.9' : written;
  refuseRest(rest, source);
  if (certified) {
    if (statistic !== undefined && isPercentile(statistic))
      return { kind: 'certified', latency, percentile: statistic };
    throw thresholdError(source, `behind "certified" stands a percentile: ${oneOf(percentiles)}`);
  }
  if (statistic === undefined)
    throw thresholdError(
      source,
      `${latency} needs a statistic, such as "${latency} p95": ${oneOf(allStatistics)}`,
    );
  if (isPercentile(statistic) || isSummary(statistic)) return { kind: 'latency', latency, statistic };
  throw thresholdError(source, `"${statistic}" is no statistic; there are ${oneOf(allStatistics)}`);
}

function readConcurrency(words: readonly string[], source: string): Measure {
  const [statistic, ...rest] = words;
  refuseRest(rest, source);
  if (statistic !== undefined && isSummary(statistic)) return { kind: 'concurrency', statistic };
  throw thresholdError(source, `behind "concurrency" stands ${oneOf(summaryStatistics)}`);
}

function readGoodput(part: Part, source: string): Measure {
  if (part.argument === null || part.argument === '')
    throw thresholdError(source, '"goodput" needs its limits in brackets, such as goodput(ttft<500ms)');
  return { kind: 'goodput', objective: parseObjective(part.argument) };
}

/** Nothing, where no statistic was written; these metrics are one number a stage. */
function noStatistic(metric: string, words: readonly string[], source: string): object {
  const [first] = words;
  if (first === undefined) return {};
  throw thresholdError(source, `"${first}" does not fit: ${metric} is one figure for a stage`);
}

function refuseRest(words: readonly string[], source: string): void {
  const [first] = words;
  if (first !== undefined) throw thresholdError(source, `"${first}" is too much; a comparison belongs there`);
}

function statisticWord(part: Part, source: string): string {
  if (isSelectorKind(part.word))
    throw thresholdError(source, `"${part.word}" stands too late; selectors come before the metric`);
  return withoutArgument(part, source).word;
}

function withoutArgument(part: Part, source: string): Part {
  if (part.argument === null) return part;
  throw thresholdError(source, `"${part.word}" takes nothing in brackets`);
}
