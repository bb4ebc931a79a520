import type { RequestObjective } from '../request-limits.ts';
import { objectiveText } from './objective-text.ts';
import type { ThresholdTerm } from './threshold.ts';

/** The objectives that thresholds ask the goodput of, each once, with its normalised text: what a run has to count. */
export function objectivesOf(thresholds: readonly ThresholdTerm[]): readonly RequestObjective[] {
  const objectives = new Map<string, RequestObjective>();
  for (const { measure } of thresholds) {
    if (measure.kind !== 'goodput') continue;
    const text = objectiveText(measure.objective.limits);
    objectives.set(text, { text, limits: measure.objective.limits });
  }
  return [...objectives.values()];
}
