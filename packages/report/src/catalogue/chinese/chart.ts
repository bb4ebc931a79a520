import type { AxisWords, ChartTitles, ChartWords, LegendWords } from '../chart-words.ts';
import { createFormats } from '../formats.ts';
import type { Named } from '../statement-parts.ts';
import { chineseUsers } from './phrases.ts';

const formats = createFormats('zh');
const each = (named: readonly Named[], text: (value: number) => string): string =>
  named.map(({ target, value }) => `${target} ${text(value)}`).join('，');

const axis: AxisWords = {
  users: '并发用户数',
  throughput: '输出吞吐量（tok/s）',
  perUser: '单用户速度（tok/s）',
  firstToken: '首 token 时间（ms）',
  tokenGap: 'token 间隔（ms）',
  chunkGap: '数据块间隔（ms）',
  answerSpeed: '响应速度（tok/s）',
  time: '测试开始后的时间（s）',
  memory: '内存（GB）',
  logarithmic: (name) => `${name}，对数刻度`,
};

const title: ChartTitles = {
  won: (users, won, loser) =>
    `${chineseUsers(users)}时，${won.winner} 的输出是 ${loser} 的 ${formats.ratio(won.factor)} 倍`,
  noDifference: (users) => `${chineseUsers(users)}时无显著差异`,
  growth: (target, from, to) =>
    `${target}：${chineseUsers(from.users)}时 ${formats.rate(from.tokensPerSecond)}，${chineseUsers(to.users)}时 ${formats.rate(to.tokensPerSecond)}`,
  throughput: '输出吞吐量与并发用户数',
  tradeOff: (users, speeds) => `${chineseUsers(users)}时，每个用户的速度：${each(speeds, formats.rate)}`,
  firstToken: (users, percentile, times) =>
    `${chineseUsers(users)}时，首 token 时间（${percentile}）：${each(times, formats.duration)}`,
  tokenGap: (users, percentile, gaps) =>
    `${chineseUsers(users)}时，token 间隔（${percentile}）：${each(gaps, formats.duration)}`,
  chunkGap: (users, percentile, gaps) =>
    `${chineseUsers(users)}时，数据块间隔（${percentile}）：${each(gaps, formats.duration)}`,
  distribution: (users, spans) =>
    `${chineseUsers(users)}时，八成请求的首 token 时间：${spans
      .map(({ target, low, high }) => `${target} ${formats.duration(low)}–${formats.duration(high)}`)
      .join('，')}`,
  languages: (spans) =>
    `各语言的响应速度：${spans
      .map(({ target, low, high }) => `${target} ${formats.rateNumber(low)}–${formats.rate(high)}`)
      .join('，')}`,
  languageSpeed: '各语言的响应速度',
  memory: (most) => `内存最大占用：${each(most, formats.bytes)}`,
};

const legend: LegendWords = {
  marks: '标记为测量值，直线只用于连接标记',
  band: '色带为各轮均值的 95% 置信区间',
  repeats: '细线段为各轮的范围',
  bars: (repeats) => (repeats === 1 ? '条形为单轮测量值' : `条形为 ${formats.count(repeats)} 轮的均值`),
  invalid: '空心为无效',
  fitted: '虚线为按通用可扩展性定律（USL）拟合的曲线，并非测量值',
  crossover: '竖线为两个目标的交叉点，由相邻负载插值得出',
  pareto: '灰色阶梯线：兼顾两项时测得的最佳水平',
  usersAtMarks: '标记旁的数字为用户数',
  percentiles: '粗线为 p50，细线为 p99',
  onePercentile: (percentile) => `线为 ${percentile}`,
  leftOut: '样本不足的负载没有标记',
  strip: '细线：最小到最大；条：p10–p90，粗的部分为 p25–p75；竖线：p50；菱形：p99（样本足够时）',
  background: '灰色为进行中的请求及其数量',
  openGaps: '线断开处没有样本',
  more: (hidden) => `另有 ${formats.count(hidden)} 项只列在表中`,
};

/** Charts in Chinese. */
export const chineseChart: ChartWords = {
  axis,
  title,
  legend,
  numbers: '此图的数据',
  describe: (lines) => lines.map(({ name, points }) => `${name}：${points.join('，')}。`).join(''),
  crossover: (users, interval) =>
    `交叉点 ${formats.requests(users)}${
      interval === null ? '' : `（${formats.requests(interval.low)}–${formats.requests(interval.high)}）`
    }`,
  least: '最小',
  greatest: '最大',
  interval: '95% 置信区间',
  onFrontier: '未被超过',
  yes: '是',
  memoryOf: (target, gpu) => (gpu === null ? target : `${target}，GPU ${gpu}`),
  wholeGpu: (gpu) => `GPU ${gpu} 整卡`,
  from: '起（s）',
  to: '止（s）',
  phases: { loaded: '就绪', inference: '单用户', peak: '最高负载', after: '结束后' },
};
