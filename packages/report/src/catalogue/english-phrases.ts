import type { Outcome } from './catalogue.ts';
import { createFormats } from './formats.ts';

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
      return `inconclusive${whyInconclusive(outcome.why)}`;
    case 'one-value':
      return `${outcome.higher} ${formats.ratio(outcome.factor)}x of ${outcome.lower} (one value each, no interval)`;
    case 'not-compared':
      return 'not compared';
  }
}

/** Why no winner can be named, in brackets, or nothing. */
export function whyInconclusive(why: Extract<Outcome, { kind: 'inconclusive' }>['why']): string {
  return { 'invalid-stage': ' (a stage is invalid)', 'one-repeat': ' (one repeat)', other: '' }[why];
}
