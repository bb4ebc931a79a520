import { createFormats } from '../formats.ts';
import type { Outcome, PlainRatio } from '../statement-parts.ts';
import { withParticle } from './particle.ts';

const formats = createFormats('ko');

export function koreanUsers(users: number): string {
  return `${users === 1 ? '' : '동시 '}사용자 ${formats.count(users)}명`;
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
      return `${outcome.ratio === null ? '' : `${koreanPlainRatio(outcome.ratio)}, `}판정 불가${koreanWhyInconclusive(outcome.why)}`;
    case 'one-value':
      return `${koreanPlainRatio(outcome)} (값이 하나씩이라 신뢰 구간 없음)`;
    case 'not-compared':
      return '비교하지 않음';
  }
}

/** "vllm이 sglang의 10.6배" */
export function koreanPlainRatio({ higher, lower, factor }: PlainRatio): string {
  return `${withParticle(higher, '이/가')} ${lower}의 ${formats.ratio(factor)}배`;
}

/** Why no winner can be named, in brackets, or nothing. */
export function koreanWhyInconclusive(why: Extract<Outcome, { kind: 'inconclusive' }>['why']): string {
  return { 'invalid-stage': ' (무효인 단계가 있음)', 'one-repeat': ' (반복 1회)', other: '' }[why];
}
