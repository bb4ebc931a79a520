import type { CachingWords } from '../caching-words.ts';

export const caching: CachingWords = {
  verdicts: { cached: '有缓存', 'not-cached': '无缓存', inconclusive: '无法判定' },
  heading: (verdict, keeps) => `缓存：${verdict}${keeps === null ? '' : `（${keeps}）`}`,
  server: (url, model, api) => `${url}，模型 ${model}，${api}`,
  columns: { distinct: '不同提示词', repeated: '相同提示词', ratio: '相同 / 不同' },
  rows: {
    firstToken: '首 token 时间',
    laterToken: '后续每 token 时间',
    wholeAnswer: '整个回答',
    byAnswers: '缓存的提示词 token（据回答）',
    byMetrics: '缓存的提示词 token（据指标）',
  },
  interval: (ratio, low, high) => `${ratio}（${low} 到 ${high}）`,
  basis: (distinctStages, repeatedStages) =>
    `不同提示词 ${distinctStages} 个阶段与相同提示词 ${repeatedStages} 个阶段的均值；括号内为比值的 95% 区间。`,
};
