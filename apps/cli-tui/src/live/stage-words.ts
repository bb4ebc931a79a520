import { type ArrivalPlan, assertNever, type PlannedStage } from '@kneepoint/core';
import type { LiveLogWords } from '../words/live-log-words.ts';
import type { Words } from '../words/words.ts';

/** A stage as the log calls it: `vllm, 50 users`, `sglang, 1 user, zh, repeat 2`. */
export function liveStageLabel(stage: PlannedStage, { liveLog }: Words): string {
  const { load, suite, target, language, repeat } = stage;
  return [
    ...(suite === 'bench' ? [] : [target]),
    load.loop === 'closed' ? liveLog.users(load.users) : arrivalsLabel(load.arrivals, liveLog.arrivals),
    ...(suite === 'languages' ? [language] : []),
    ...(repeat > 1 ? [liveLog.repeat(repeat)] : []),
  ].join(', ');
}

/** The arrivals of an open loop as a person calls them. */
export function arrivalsLabel(plan: ArrivalPlan, words: LiveLogWords['arrivals']): string {
  switch (plan.kind) {
    case 'constant':
    case 'poisson':
      return words.rate(String(plan.requestsPerSecond));
    case 'gamma':
      return words.bursts(String(plan.requestsPerSecond), plan.burstiness);
    case 'ramp':
      return words.ramp(plan.from, plan.to);
    case 'steps':
      return words.rate(plan.steps.map((step) => step.requestsPerSecond).join(', '));
    case 'trace':
      return words.trace(plan.source);
    case 'at-once':
      return words.atOnce(plan.count);
    default:
      return assertNever(plan);
  }
}
