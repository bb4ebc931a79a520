import type { Outcome } from './catalogue.ts';
import { createFormats } from './formats.ts';

const formats = createFormats('ko');

export function koreanUsers(users: number): string {
  return `동시 사용자 ${formats.count(users)}명`;
}

/** 10.2~10.9 */
export function koreanInterval(low: number, high: number): string {
  return `${formats.ratio(low)}~${formats.ratio(high)}`;
}

/** The short form for a table cell. */
export function koreanOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'won':
      return `${outcome.winner} ${formats.ratio(outcome.factor)}배 (${koreanInterval(outcome.low, outcome.high)})`;
    case 'no-difference':
      return outcome.low === null || outcome.high === null
        ? '유의한 차이 없음'
        : `유의한 차이 없음 (${koreanInterval(outcome.low, outcome.high)})`;
    case 'inconclusive':
      return '판정 불가';
    case 'not-compared':
      return '비교하지 않음';
  }
}
