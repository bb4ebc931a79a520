import { KneepointError, usageError } from '../../errors/kneepoint-error.ts';
import { parseThreshold } from './parse-threshold.ts';
import { presetNamed } from './slo-presets.ts';
import type { Threshold } from './threshold.ts';

/**
 * Thresholds from flags or a plan; the name of a preset stands for its thresholds on every stage. Throws one usage error
 * (exit code 2) that lists every problem, a line each.
 */
export function parseThresholds(texts: readonly string[]): readonly Threshold[] {
  const problems: KneepointError[] = [];
  const thresholds = texts.flatMap((text) => {
    try {
      return parseOne(text);
    } catch (error) {
      if (!(error instanceof KneepointError)) throw error;
      problems.push(error);
      return [];
    }
  });
  const [first] = problems;
  if (first === undefined) return thresholds;
  const lines = problems.map((problem) => problem.message).join('\n');
  throw usageError('threshold-invalid', lines, first.hint ?? undefined);
}

const parseOne = (text: string): readonly Threshold[] =>
  presetNamed(text)?.terms.map((term) => ({ ...term, selectors: [] })) ?? [parseThreshold(text)];
