import { createFormats } from '../formats.ts';
import type { Outcome, PlainRatio } from '../statement-parts.ts';

const formats = createFormats('zh');

/** "1 个用户", "50 个并发用户" */
export function chineseUsers(users: number): string {
  return `${formats.count(users)} 个${users === 1 ? '' : '并发'}用户`;
}

/** Names in a row: a、b 和 c */
export function chineseList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join('、')} 和 ${last}`;
}

/** 10.2–10.9 */
export function chineseInterval(low: number, high: number): string {
  return `${formats.ratio(low)}–${formats.ratio(high)}`;
}

/** The short form for a table cell. */
export function chineseOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'won':
      return `${outcome.winner} ${formats.ratio(outcome.factor)} 倍（${chineseInterval(outcome.low, outcome.high)}）`;
    case 'no-difference':
      return outcome.low === null || outcome.high === null
        ? '无显著差异'
        : `无显著差异（${chineseInterval(outcome.low, outcome.high)}）`;
    case 'inconclusive':
      return `${outcome.ratio === null ? '' : `${chinesePlainRatio(outcome.ratio)}，`}无法判定${chineseWhyInconclusive(outcome.why)}`;
    case 'one-value':
      return `${chinesePlainRatio(outcome)}（各只有一个值，无置信区间）`;
    case 'not-compared':
      return '未比较';
  }
}

/** "vllm 是 sglang 的 10.6 倍" */
export function chinesePlainRatio({ higher, lower, factor }: PlainRatio): string {
  return `${higher} 是 ${lower} 的 ${formats.ratio(factor)} 倍`;
}

/** Why no winner can be named, in brackets, or nothing. */
export function chineseWhyInconclusive(why: Extract<Outcome, { kind: 'inconclusive' }>['why']): string {
  return { 'invalid-stage': '（有阶段无效）', 'one-repeat': '（仅测一轮）', other: '' }[why];
}
