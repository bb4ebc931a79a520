import { createFormats } from '../formats.ts';
import type { RecommendationWords } from '../recommendation-words.ts';
import { chineseInterval, chinesePlainRatio } from './phrases.ts';
import { chineseTips } from './tips.ts';

const formats = createFormats('zh');

/** Recommendations in Chinese. */
export const chineseRecommendations: RecommendationWords = {
  heading: '建议',
  intro: '只有当所列依据的 95% 置信区间分出优劣时才推荐目标。只有单个数值的项目仅供参考，不作为判定依据。',
  useCaseColumn: '使用场景',
  choiceColumn: '推荐',
  cellsColumn: '判定依据',
  useCase: {
    'api-many-users': '多用户 API',
    chat: '对话',
    batch: '批处理',
    development: '开发',
    production: '生产环境',
  },
  metric: {
    outputThroughput: '输出吞吐量',
    peakOutputThroughput: '最高输出吞吐量（各取最佳级别）',
    requestSpeed: '速度',
    ttft: 'TTFT 平均值',
    ttftP50: 'TTFT p50',
    ttftP99: 'TTFT p99',
    ttftResponseP50: '从计划时刻起的 TTFT p50',
    ttftResponseP99: '从计划时刻起的 TTFT p99',
    tokenGapP50: 'token 间隔 p50',
    chunkGapP50: '数据块间隔 p50',
    goodput: '有效吞吐量（goodput）',
    errorRate: '失败请求占比',
    variation: '各轮之间的波动',
    initTime: '启动时间',
    memoryLoaded: '内存（加载后）',
    workarounds: '规避设置',
  },
  at: (metric, level) => `${level}时的${/^[A-Za-z]/.test(metric) ? ' ' : ''}${metric}`,
  noMeasuredDifference: '未测得差异',
  contradictory: '指标相互矛盾',
  undecided: '无法判定',
  notMeasured: '未测量',
  cell: (name, values, verdict) => `${name}：${values.join('，')}${verdict === null ? '' : ` —— ${verdict}`}`,
  value: (target, value) => `${target} ${value}`,
  win: ({ winner, factor, low, high, isLess }) => {
    if (factor === null) return `${winner} 占优`;
    const bounds = low === null || high === null ? '' : `（${chineseInterval(low, high)}）`;
    return isLess
      ? `${winner} 更短，对方是其 ${formats.ratio(factor)} 倍${bounds}`
      : `${winner} 是对方的 ${formats.ratio(factor)} 倍${bounds}`;
  },
  noDifference: (low, high) =>
    `无显著差异${low === null || high === null ? '' : `（${chineseInterval(low, high)}）`}`,
  seen: (higher, lower, factor) => chinesePlainRatio({ higher, lower, factor }),
  beside: '各只有一个值，不作判定',
  reason: {
    'level-missing': '有目标未在该级别测量',
    'stage-failed': '有阶段失败',
    'stage-invalid': '有阶段无效',
    'value-unknown': '有数值未知',
    'no-ratio': '有数值为零',
    'one-repeat': '仅测一轮，没有置信区间',
    'window-too-short': '仅测一轮，且窗口太短，无法给出置信区间',
    'no-interval': '各轮相差太大，无法给出置信区间',
    'interval-includes-one': '置信区间包含 1',
    'not-after-correction': '经多重比较校正后不显著',
    'one-value': '各只有一个值，没有置信区间',
    'not-measured': '没有两个目标的测量值',
    'no-single-winner': '没有领先其他所有目标的目标',
    'not-steady': '单用户数值并非稳态',
    'one-target': '只测量了一个目标',
    'not-compared': '未比较',
  },
  doubt: {
    suspect: '有阶段存疑',
    parity: '条件差异对其有利',
    'one-repeat': '仅测一轮',
    simulated: '模拟服务器',
    imported: '导入的数值',
    'not-steady': '单用户数值并非稳态',
  },
  doubts: (doubts) => `有保留：${doubts.join('、')}`,
  allDoubts: (doubts) => `以上均有保留：${doubts.join('、')}。`,
  separator: '；',
  tipsHeading: '调优建议',
  tipsIntro: '只列出本结果中有依据的项目。',
  noTips: '本结果中没有发现可以调优的迹象。',
  tips: chineseTips,
};
