import type { Cautions, Findings, LighterLevels } from '../findings-words.ts';
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
      return outcome.low === null || outcome.high === null
        ? '两者无显著差异。'
        : `两者无显著差异（比值的 95% 置信区间 ${chineseInterval(outcome.low, outcome.high)}）。`;
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
  singleUserOutcome: (outcome, speeds, notSteady) =>
    `单用户速度：${each(speeds, formats.rate)}。${verdictSentence(outcome, (winner, factor) => `${winner} 的速度是对方的 ${factor} 倍`)}${
      notSteady === null ? '' : `而且 ${notSteady} 的数值并非稳态（见下文）。`
    }`,
  peak: (target, users, rate, perUser) =>
    `${chineseUsers(users)}时，${target} 的输出吞吐量合计 ${formats.rate(rate)}，单用户 ${formats.rate(perUser)}。`,
  peakOutcome: (users, outcome, named, lighter) =>
    `${chineseUsers(users)}时的输出吞吐量：${each(named, formats.rate)}。${verdictSentence(outcome, (winner, factor) => `${winner} 是对方的 ${factor} 倍`)}${lighterSentence(lighter)}`,
  crossover: (below, above, users, span) =>
    `以 ${formats.requests(users)} 个用户为界，少于此数时 ${below} 的输出吞吐量更高，多于此数时 ${above} 更高${
      span === null
        ? '；该点由插值得出，没有置信区间'
        : span.isInterval
          ? `（95% 置信区间 ${formats.requests(span.low)}–${formats.requests(span.high)} 个用户）`
          : `；该点由 ${formats.count(span.low)} 与 ${formats.count(span.high)} 个用户两个测量级别插值得出，没有置信区间`
    }。`,
  growth: (from, to, growths) =>
    `并发用户从 ${formats.count(from)} 个增至 ${formats.count(to)} 个（${formats.requests(to / from)} 倍）时，输出吞吐量的变化：${growths
      .map(({ target, value }) => `${target} 为原来的 ${formats.ratio(value)} 倍`)
      .join('，')}。`,
  firstTokenUnderLoad: (users, worst, percentile) =>
    `${chineseUsers(users)}时的首 token 时间（${percentile}）：${each(worst, formats.duration)}。`,
  startUp: (seconds) => `启动时间：${each(seconds, formats.seconds)}。`,
  memory: (phase, bytes, less) =>
    `${phase === 'inference' ? '单个用户时' : '最高负载时'}服务器占用的内存：${each(bytes, formats.bytes)}。${
      less === null ? '' : `${less.target} 少用 ${formats.bytes(less.value)}。`
    }`,
  physicalLimit: (users, limit, accelerator, shares) =>
    `${chineseUsers(users)}时，${accelerator === '' ? '硬件' : `${accelerator} `}最多允许 ${formats.rate(limit)}：${shares
      .map(
        ({ target, value, tokensPerSecond, suite }) =>
          `${target} 达到 ${formats.rate(tokensPerSecond)}（${formats.share(value)}${suite === null ? '' : `，取自${suite}测试`}）`,
      )
      .join('，')}。`,
  rate: (target, rate, ttft, percentile) =>
    `每秒 ${formats.requests(rate)} 个请求时，${target} 的用户从计划到达时刻起等待 ${formats.duration(ttft)}（${percentile}）才收到首个 token。`,
  capacity: (target, slo, level, low, high) =>
    `${target} 在${level}以内能够满足 ${slo}${
      low === null || high === null ? '' : `，容量介于${low}与${high}之间`
    }${low !== null && high === null ? '，上限没有找到' : ''}。`,
  targetNotMeasured: (target, reason) =>
    `${target} 未能测量${reason === '' ? '' : `：${reason.replace(/\.$/, '')}`}。`,
  everyStageFailed: (target, stages, reason) =>
    `${target} 未能测量：${stages === 1 ? '唯一的阶段' : `${formats.count(stages)} 个阶段全部`}失败${reason === '' ? '' : `（${reason}）`}。`,
  repeats: (repeats, verdict, over) =>
    [
      `测量 ${formats.count(repeats)} 轮，${{ valid: '有效', suspect: '存疑', invalid: '无效' }[verdict]}`,
      ...(repeats === 1 && over === 'requests' ? ['置信区间来自同一轮中的各个请求'] : []),
      ...(repeats === 1 && over === 'blocks' ? ['置信区间来自同一轮中的各个时间段'] : []),
    ].join('；'),
  noUsableLevel: '无法判断并发性能：每个并发级别都有无效的阶段，或缺少某个目标。',
  nothing: (stages, failed, reason) =>
    stages === 0 || failed === 0
      ? '没有可作为依据的测量值。'
      : `${failed === stages ? (stages === 1 ? '唯一的阶段' : `${formats.count(stages)} 个阶段全部`) : `${formats.count(stages)} 个阶段中有 ${formats.count(failed)} 个`}失败${reason === '' ? '' : `（${reason}）`}，没有可报告的数值。`,
};

function lighterSentence(lighter: LighterLevels | null): string {
  if (lighter === null) return '';
  const { fewestUsers, mostUsers, least, greatest } = lighter;
  const [first, last] = [formats.ratio(least), formats.ratio(greatest)];
  const where =
    fewestUsers === mostUsers
      ? formats.count(fewestUsers)
      : `${formats.count(fewestUsers)}–${formats.count(mostUsers)}`;
  return `${where} 个用户时为 ${first === last ? first : `${first}–${last}`} 倍。`;
}

export const chineseCautions: Cautions = {
  simulated: (targets) =>
    `${chineseList(targets)} 是模拟服务器：这些数值只说明工具能测什么，并不代表引擎的实际速度。`,
  imported: (tool, files) =>
    `这些数值来自${tool === null ? '文档' : ` ${tool} 的文件`}（${files}），并非 Kneepoint 测得，其客户端状态、测量窗口和样本数均无法保证。`,
  combined: (results, from, to) =>
    `本报告由 ${formats.count(results)} 份在不同时间（${from} 至 ${to}）测得的结果合并而成：其间变化的条件也包含在差异之中。`,
  aboveLimit: (target, users, measured, limit) =>
    `${chineseUsers(users)}时，${target} 的 ${formats.rate(measured)} 超过硬件所允许的 ${formats.rate(limit)}：要么测量有误，要么模型或加速器与所写不符。`,
  notSteady: (target, alone, users, eachUser) =>
    `${target} 的单个用户只得到 ${formats.rate(alone)}，而 ${chineseUsers(users)}时每个用户得到 ${formats.rate(eachUser)}：单用户数值并非稳态（例如冷启动），以它为依据的结论都不成立。`,
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
  differentLevels: (targets, levels, more) =>
    `${chineseList(targets)} 未在${levels.join('、')}${more > 0 ? `以及另外 ${formats.count(more)} 个级别` : ''}下测量：这些级别没有比较。`,
  differentLength: (level, lengths) =>
    `${level}时，响应的平均长度不同（${lengths
      .map(({ target, value }) => `${target} ${formats.count(value)} 个 token`)
      .join('，')}）：各目标完成的工作量并不相同。`,
  parity: (differences, favoured) =>
    `各目标的条件并不相同（${differences.join('、')}）${
      favoured.length === 0
        ? ''
        : `：${formats.count(differences.length)} 项差异中，${favoured.map(({ target, value }) => `${formats.count(value)} 项有利于 ${target}`).join('，')}`
    }。`,
  unfinished: (count, reason) =>
    `有 ${formats.count(count)} 个阶段没有运行到底${reason === null ? '' : `（${reason}）`}。`,
  dropped: (level, dropped, planned) =>
    `${level}时，由于在途请求过多，计划的 ${formats.count(planned)} 个请求中有 ${formats.count(dropped)} 个没有发出。`,
  none: '未发现限制这些数值含义的问题。',
};
