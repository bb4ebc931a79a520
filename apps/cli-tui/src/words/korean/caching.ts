import type { CachingWords } from '../caching-words.ts';

export const caching: CachingWords = {
  verdicts: { cached: '캐시 사용', 'not-cached': '캐시 사용 안 함', inconclusive: '판정 불가' },
  heading: (verdict, keeps) => `캐시: ${verdict}${keeps === null ? '' : ` (${keeps})`}`,
  server: (url, model, api) => `${url}, 모델 ${model}, ${api}`,
  columns: { distinct: '서로 다른 프롬프트', repeated: '같은 프롬프트', ratio: '같은 / 다른' },
  rows: {
    firstToken: '첫 토큰 시간',
    laterToken: '이후 토큰당 시간',
    wholeAnswer: '응답 전체',
    byAnswers: '캐시된 프롬프트 토큰(응답 기준)',
    byMetrics: '캐시된 프롬프트 토큰(메트릭 기준)',
  },
  interval: (ratio, low, high) => `${ratio} (${low}~${high})`,
  basis: (distinctStages, repeatedStages) =>
    `서로 다른 프롬프트 ${distinctStages}단계와 같은 프롬프트 ${repeatedStages}단계의 평균이며, 괄호 안은 비율의 95% 구간입니다.`,
};
