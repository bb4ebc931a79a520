import { limitedLatencies, type RequestObjective } from './request-limits.ts';
import { objectiveText } from './thresholds/objective-text.ts';
import { parseObjective } from './thresholds/parse-objective.ts';
import { parseSlo } from './thresholds/parse-slo.ts';
import { presetNamed } from './thresholds/slo-presets.ts';
import type { Threshold } from './thresholds/threshold.ts';

/** What a service level objective asks of a run: requests to count as good, and conditions on every stage. */
export type ServiceLevel = {
  readonly objectives: readonly RequestObjective[];
  readonly thresholds: readonly Threshold[];
};

/**
 * A service level objective as `--slo` and plans take it. Limits without a statistic (`ttft<500ms, tpot<50ms`) are those of
 * one request: a request that keeps all of them is good, and goodput counts them. Limits with one (`ttft p95 < 500ms`) are
 * conditions on a stage, which a run that breaks them does not pass. A preset's name stands for both.
 * Throws a usage error for a text that is neither.
 */
export function parseServiceLevel(text: string): ServiceLevel {
  if (isAboutRequests(text)) {
    const { limits } = parseObjective(text);
    // As a threshold on goodput names it, so that both are counted once.
    return { objectives: [{ text: objectiveText(limits), limits }], thresholds: [] };
  }
  const preset = presetNamed(text.trim());
  return {
    objectives: preset === null ? [] : [preset.objective],
    thresholds: parseSlo(text).map((term) => ({ ...term, selectors: [] })),
  };
}

/** Whether each part limits a latency of a request without saying which of a stage's values is meant. */
function isAboutRequests(text: string): boolean {
  return text.split(',').every((part) => {
    const [, word] = /^\s*(\w+)\s*[<>=]/.exec(part) ?? [];
    return limitedLatencies.some((latency) => latency === word);
  });
}
