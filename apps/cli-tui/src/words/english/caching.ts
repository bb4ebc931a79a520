import type { CachingWords } from '../caching-words.ts';

export const caching: CachingWords = {
  verdicts: { cached: 'cached', 'not-cached': 'not cached', inconclusive: 'inconclusive' },
  heading: (verdict, keeps) => `Caching: ${verdict}${keeps === null ? '' : ` (${keeps})`}`,
  server: (url, model, api) => `${url}, model ${model}, ${api}`,
  columns: { distinct: 'distinct', repeated: 'repeated', ratio: 'repeated / distinct' },
  rows: {
    firstToken: 'time to first token',
    laterToken: 'time per later token',
    wholeAnswer: 'whole answer',
    byAnswers: 'cached prompt tokens, by its answers',
    byMetrics: 'cached prompt tokens, by its metrics',
  },
  interval: (ratio, low, high) => `${ratio} (${low} to ${high})`,
  basis: (distinctStages, repeatedStages) =>
    `Means over ${stages(distinctStages)} of distinct prompts and ${stages(repeatedStages)} of the repeated one; 95 % intervals of their ratio.`,
};

const stages = (count: number): string => (count === 1 ? '1 stage' : `${count} stages`);
