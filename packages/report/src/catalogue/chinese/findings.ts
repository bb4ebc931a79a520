import type { Cautions, Findings } from '../catalogue.ts';
import { createFormats } from '../formats.ts';
import type { Named, Outcome } from '../statement-parts.ts';
import {
  chineseInterval,
  chineseList,
  chinesePlainRatio,
  chineseUsers,
  chineseWhyInconclusive,
} from './phrases.ts';

const formats = createFormats('zh');
const each = (named: readonly Named[], write: (value: number) => string): string =>
  named.map(({ target, value }) => `${target} 为 ${write(value)}`).join('，');

/** The sentence after the figures: who won by how much, or why nobody did. */
function verdictSentence(outcome: Outcome, wins: (winner: string, factor: string) => string): string {
  switch (outcome.kind) {
    case 'won':
      return `${wins(outcome.winner, formats.ratio(outcome.factor))}（95% 置信区间 ${chineseInterval(outcome.low, outcome.high)}）。`;
    case 'no-difference':
      return '两者无显著差异。';
    case 'inconclusive':
      return `${outcome.ratio === null ? '' : `${chinesePlainRatio(outcome.ratio)}，但`}无法判定优劣${chineseWhyInconclusive(outcome.why)}。`;
    case 'one-value':
    case 'not-compared':
      return '两者未作比较。';
  }
}

export const chineseFindings: Findings = {
  singleUserTarget: (target, ttft, speed) =>
    ttft === null
      ? `单个用户使用 ${target} 时，速度为 ${formats.rate(speed)}。`
      : `单个用户使用 ${target} 时，首 token 时间为 ${formats.duration(ttft.micros)}（${ttft.statistic === 'mean' ? '平均' : 'p50'}），整个响应的速度为 ${formats.rate(speed)}。`,
  singleUserOutcome: (outcome, speeds) =>
    `单用户速度：${each(speeds, formats.rate)}。${verdictSentence(outcome, (winner, factor) => `${winner} 的速度是对方的 ${factor} 倍`)}`,
  peak: (target, users, rate, perUser) =>
    `${chineseUsers(users)}时，${target} 的输出吞吐量合计 ${formats.rate(rate)}，单用户 ${formats.rate(perUser)}。`,
  peakOutcome: (users, outcome, named) =>
    `${chineseUsers(users)}时的输出吞吐量：${each(named, formats.rate)}。${verdictSentence(outcome, (winner, factor) => `${winner} 是对方的 ${factor} 倍`)}`,
  growth: (from, to, growths) =>
    `并发用户从 ${formats.count(from)} 个增至 ${formats.count(to)} 个（${formats.requests(to / from)} 倍）时，输出吞吐量的变化：${growths
      .map(({ target, value }) => `${target} 为原来的 ${formats.ratio(value)} 倍`)
      .join('，')}。`,
  firstTokenUnderLoad: (users, worst, percentile) =>
    `${chineseUsers(users)}时的首 token 时间（${percentile}）：${each(worst, formats.duration)}。`,
  startUp: (seconds) => `启动时间：${each(seconds, formats.seconds)}。`,
  memory: (bytes) => `最高负载时服务器占用的内存：${each(bytes, formats.bytes)}。`,
  rate: (target, rate, ttft, percentile) =>
    `每秒 ${formats.requests(rate)} 个请求时，${target} 的用户从计划到达时刻起等待 ${formats.duration(ttft)}（${percentile}）才收到首个 token。`,
  repeats: (repeats, verdict) =>
    `测量 ${formats.count(repeats)} 轮，${{ valid: '有效', suspect: '存疑', invalid: '无效' }[verdict]}`,
  noUsableLevel: '无法判断并发性能：每个并发级别都有无效的阶段，或缺少某个目标。',
  nothing: '没有可作为依据的测量值。',
};

export const chineseCautions: Cautions = {
  simulated: (targets) =>
    `${chineseList(targets)} 是模拟服务器：这些数值只说明工具能测什么，并不代表引擎的实际速度。`,
  untrusted: (places, morePlaces, verdict, reasons) => {
    const more = morePlaces > 0 ? `，以及另外 ${formats.count(morePlaces)} 处` : '';
    const worst = places.length > 1 ? '最严重时，' : '';
    const why = reasons.length === 0 ? '' : ` —— ${worst}${reasons.join('，')}`;
    return `${{ suspect: '存疑', invalid: '无效' }[verdict]}：${places.join('；')}${more}${why}。`;
  },
  where: (target, level, repeats) =>
    `${target}，${level}${repeats.length === 0 ? '' : `，第 ${repeats.join('、')} 轮`}`,
  oneRepeat: '每个级别只测了一轮：不知道数值在各轮之间会波动多少，因此小的差异没有意义。',
  tooFewSamples: (percentile, levels, total) => {
    const where =
      levels.length === total
        ? '所有级别'
        : levels.length > 4
          ? `${formats.count(total)} 个级别中的 ${formats.count(levels.length)} 个`
          : chineseList(levels);
    return `${where}的样本不足，无法给出首 token 时间的 ${percentile}。`;
  },
  differentModels: (models) => `各目标提供的模型不同：${chineseList(models)}。`,
  differentLength: (level, lengths) =>
    `${level}时，响应的平均长度不同（${lengths
      .map(({ target, value }) => `${target} ${formats.count(value)} 个 token`)
      .join('，')}）：各目标完成的工作量并不相同。`,
  unfinished: (count, reason) =>
    `有 ${formats.count(count)} 个阶段没有运行到底${reason === null ? '' : `（${reason}）`}。`,
  dropped: (level, dropped, planned) =>
    `${level}时，由于在途请求过多，计划的 ${formats.count(planned)} 个请求中有 ${formats.count(dropped)} 个没有发出。`,
  none: '未发现限制这些数值含义的问题。',
};
