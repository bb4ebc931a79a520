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
      return 'inconclusive';
    case 'not-compared':
      return 'not compared';
  }
}
