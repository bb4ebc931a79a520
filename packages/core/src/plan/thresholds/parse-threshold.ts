import { KneepointError } from '../../errors/kneepoint-error.ts';
import { readLimit } from './read-limit.ts';
import { readMeasure } from './read-measure.ts';
import { inFixedOrder, isSelectorKind, readSelector } from './read-selector.ts';
import { type Part, scanThreshold } from './scan-threshold.ts';
import type { Measure, StageSelector, Threshold } from './threshold.ts';
import { thresholdError } from './threshold-error.ts';
import { unknownWord } from './unknown-word.ts';

/**
 * A threshold as people write it: `[selector.]* [whole.] metric [statistic] comparison limit`, for example
 * `ttft p95 < 500ms`, `target(vllm).users(50).outputThroughput > 2500 tok/s` or `whole.errorRate < 1%`.
 * Throws a usage error (exit code 2) that quotes the text and names the word that is wrong.
 */
export function parseThreshold(text: string): Threshold {
  const { source, parts, comparison, limit } = scanThreshold(text);
  const left = readLeft(parts, source);
  const name = left.metric.word;
  return {
    text: source,
    selectors: left.selectors,
    span: left.span,
    measure: left.measure,
    comparison,
    limit: readLimit(limit, { measure: left.measure, name, comparison, source }),
  };
}

/** What is wrong with a threshold, or `null`. */
export function thresholdProblem(text: string): string | null {
  try {
    parseThreshold(text);
    return null;
  } catch (error) {
    if (error instanceof KneepointError) return error.message;
    throw error;
  }
}

type Left = {
  readonly selectors: readonly StageSelector[];
  readonly span: Threshold['span'];
  readonly measure: Measure;
  readonly metric: Part;
};

function readLeft(parts: readonly Part[], source: string): Left {
  const selectors = new Map<string, StageSelector>();
  let span: Threshold['span'] = 'window';
  const rest = [...parts];
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    if (isSelectorKind(first.word)) {
      if (selectors.has(first.word)) throw thresholdError(source, `"${first.word}" is there twice`);
      selectors.set(first.word, readSelector(first.word, first, source));
    } else if (first.word === 'whole' && first.argument === null) {
      if (span === 'whole') throw thresholdError(source, '"whole" is there twice');
      span = 'whole';
    } else if (first.argument !== null && first.word !== 'goodput' && rest.length > 1)
      throw thresholdError(source, unknownWord(first));
    else break;
    rest.shift();
  }
  const measure = readMeasure(rest, source);
  const metric = rest[0] ?? { word: '', argument: null };
  if (span === 'whole') refuseWhole(measure, metric.word, source);
  return { selectors: inFixedOrder([...selectors.values()]), span, measure, metric };
}

function refuseWhole(measure: Measure, name: string, source: string): void {
  if (measure.kind === 'goodput')
    throw thresholdError(source, 'goodput is known for the measurement window only; leave out "whole"');
  if (measure.kind === 'count' || measure.kind === 'trust')
    throw thresholdError(source, `${name} is about the whole stage anyway; leave out "whole"`);
}
