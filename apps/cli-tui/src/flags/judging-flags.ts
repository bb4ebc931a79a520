import {
  objectivesOf,
  parseServiceLevel,
  parseThresholds,
  type ServiceLevel,
  usageError,
} from '@kneepoint/core';
import { oneOf } from './parse-flags.ts';

/** The flags that say what a run has to keep. */
export type JudgingFlags = {
  readonly threshold: readonly string[];
  readonly slo?: string;
  readonly abortOnFail?: boolean;
};

/** Where a build server reads how a run ended. */
export type BuildReportFlags = { readonly junit?: string; readonly annotations?: string };

const nothing: ServiceLevel = { objectives: [], thresholds: [] };

/** What flags ask of a run; throws a usage error for a text that says nothing, or an end that nothing brings about. */
export function judgingOf({ threshold, slo, abortOnFail }: JudgingFlags): ServiceLevel {
  const judging = judgingOfTexts(threshold, slo);
  if (abortOnFail === true && judging.thresholds.length === 0)
    throw usageError(
      'flag-missing',
      '--abort-on-fail needs a --threshold: without one there is nothing to fail',
      "for example: --threshold 'errorRate < 1%'",
    );
  return judging;
}

/** Thresholds, those of the objective included, and every objective that requests are held against, each once. */
export function judgingOfTexts(texts: readonly string[], slo: string | undefined): ServiceLevel {
  const level = slo === undefined ? nothing : parseServiceLevel(slo);
  const thresholds = [...parseThresholds(texts), ...level.thresholds];
  const objectives = [...level.objectives, ...objectivesOf(thresholds)];
  return { thresholds, objectives: [...new Map(objectives.map((one) => [one.text, one])).values()] };
}

/** Whether annotations are wanted; GitHub's are the only ones. */
export function wantsAnnotations({ annotations }: BuildReportFlags): boolean {
  return annotations !== undefined && oneOf('--annotations', annotations, ['github'] as const) === 'github';
}
