import { createFormats } from '../formats.ts';
import type { Outcome, PlainRatio } from '../statement-parts.ts';

const formats = createFormats('en');

export function englishUsers(users: number): string {
  return `${formats.count(users)} ${users === 1 ? 'user' : 'users'}`;
}

/** a, b and c */
export function englishList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** 10.2 to 10.9 */
export function interval(low: number, high: number): string {
  return `${formats.ratio(low)} to ${formats.ratio(high)}`;
}

/** The short form for a table cell. */
export function englishOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'won':
      return `${outcome.winner} ${formats.ratio(outcome.factor)}x (${interval(outcome.low, outcome.high)})`;
    case 'no-difference':
      return outcome.low === null || outcome.high === null
        ? 'no significant difference'
        : `no significant difference (${interval(outcome.low, outcome.high)})`;
    case 'inconclusive':
      return `${outcome.ratio === null ? '' : `${plainRatio(outcome.ratio)}, `}inconclusive${whyInconclusive(outcome.why)}`;
    case 'one-value':
      return `${plainRatio(outcome)} (one value each, no interval)`;
    case 'not-compared':
      return 'not compared';
  }
}

function plainRatio({ higher, lower, factor }: PlainRatio): string {
  return `${higher} ${formats.ratio(factor)}x of ${lower}`;
}

/** ", a ratio of 10.6" after the two figures, where a ratio may be looked at. */
export function seenRatio(ratio: PlainRatio | null): string {
  return ratio === null ? '' : `, a ratio of ${formats.ratio(ratio.factor)}`;
}

/** Why no winner can be named, in brackets, or nothing. */
export function whyInconclusive(why: Extract<Outcome, { kind: 'inconclusive' }>['why']): string {
  return { 'invalid-stage': ' (a stage is invalid)', 'one-repeat': ' (one repeat)', other: '' }[why];
}
