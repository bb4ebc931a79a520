import { type ThrottleReason, type Tip, throttleReasonNames } from '@kneepoint/core';
import type { TipFacts } from '../catalogue/recommendation-words.ts';
import type { ReportContext } from '../model/report-context.ts';

/** A tip in the report's language; `null` where it lacks a number that its sentence needs. */
export function tipText({ catalogue }: ReportContext, tip: Tip): string | null {
  const numbers = new Map(tip.evidence.map(({ name, value }) => [name, value]));
  let isComplete = true;
  const facts: TipFacts = {
    target: tip.target ?? '',
    engine: tip.engine,
    has: (name) => numbers.has(name),
    number: (name) => {
      const value = numbers.get(name);
      isComplete &&= value !== undefined;
      return value ?? 0;
    },
    argument: tip.names['argument'] ?? null,
    throttle: throttleOf(tip),
  };
  const text = catalogue.recommendations.tips[tip.code](facts);
  return isComplete ? text : null;
}

function throttleOf({ names }: Tip): TipFacts['throttle'] {
  const found: ThrottleReason | undefined = throttleReasonNames.find((name) => name === names['reason']);
  return found === undefined || found === 'power-cap' ? null : found;
}
