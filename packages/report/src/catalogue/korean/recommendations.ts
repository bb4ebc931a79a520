import { createFormats } from '../formats.ts';
import type { RecommendationWords } from '../recommendation-words.ts';
import { withParticle } from './particle.ts';
import { koreanInterval, koreanPlainRatio } from './phrases.ts';
import { koreanTips } from './tips.ts';

const formats = createFormats('ko');

/** Recommendations in Korean. */
export const koreanRecommendations: RecommendationWords = {
  heading: '권장 사항',
  intro:
    '근거로 든 비교의 95% 신뢰 구간이 우열을 가릴 때만 대상을 추천합니다. 값이 하나씩인 항목은 참고로 보일 뿐 판정에 쓰지 않습니다.',
  useCaseColumn: '사용 사례',
  choiceColumn: '추천',
  cellsColumn: '판정 근거',
  useCase: {
    'api-many-users': '사용자가 많은 API',
    chat: '대화형 챗봇',
    batch: '배치 처리',
    development: '개발',
    production: '운영 서비스',
  },
  metric: {
    outputThroughput: '출력 처리량',
    peakOutputThroughput: '최대 출력 처리량(대상별로 가장 높은 조건)',
    requestSpeed: '속도',
    ttft: 'TTFT 평균',
    ttftP50: 'TTFT p50',
    ttftP99: 'TTFT p99',
    ttftResponseP50: '예정 시각 기준 TTFT p50',
    ttftResponseP99: '예정 시각 기준 TTFT p99',
    tokenGapP50: '토큰 간격 p50',
    chunkGapP50: '청크 간격 p50',
    goodput: '유효 처리량(goodput)',
    errorRate: '실패한 요청 비율',
    variation: '반복 간 변동',
    initTime: '초기화 시간',
    memoryLoaded: '메모리(로딩 후)',
    workarounds: '우회 설정',
  },
  at: (metric, level) => `${level} ${metric}`,
  noMeasuredDifference: '측정된 차이 없음',
  contradictory: '지표마다 엇갈림',
  undecided: '판정 불가',
  notMeasured: '측정하지 않음',
  cell: (name, values, verdict) => `${name}: ${values.join(', ')}${verdict === null ? '' : ` — ${verdict}`}`,
  value: (target, value) => `${target} ${value}`,
  win: ({ winner, factor, low, high, isLess }) => {
    if (factor === null) return `${winner} 우세`;
    const bounds = low === null || high === null ? '' : ` (${koreanInterval(low, high)})`;
    return `${withParticle(winner, '이/가')} ${formats.ratio(factor)}배 ${isLess ? '짧음' : '높음'}${bounds}`;
  },
  noDifference: (low, high) =>
    `유의한 차이 없음${low === null || high === null ? '' : ` (${koreanInterval(low, high)})`}`,
  seen: (higher, lower, factor) => koreanPlainRatio({ higher, lower, factor }),
  beside: '값이 하나씩이라 판정에 쓰지 않음',
  reason: {
    'level-missing': '이 조건에서 측정되지 않은 대상이 있음',
    'stage-failed': '실패한 단계가 있음',
    'stage-invalid': '무효인 단계가 있음',
    'value-unknown': '알 수 없는 값이 있음',
    'no-ratio': '값이 0임',
    'one-repeat': '반복 1회라 신뢰 구간 없음',
    'window-too-short': '반복 1회이고 측정 구간이 짧아 신뢰 구간을 구할 수 없음',
    'no-interval': '반복 간 차이가 너무 커서 신뢰 구간을 구할 수 없음',
    'interval-includes-one': '신뢰 구간이 1을 포함함',
    'not-after-correction': '다중 비교를 보정하면 유의하지 않음',
    'one-value': '값이 하나씩이라 신뢰 구간 없음',
    'not-measured': '두 대상 모두의 측정값이 없음',
    'no-single-winner': '나머지를 모두 앞서는 대상이 없음',
    'not-steady': '단일 사용자 값이 정상 상태가 아님',
    'one-target': '대상이 하나뿐임',
    'not-compared': '비교하지 않음',
  },
  doubt: {
    suspect: '의심 단계 있음',
    parity: '조건 차이가 이 대상에 유리함',
    'one-repeat': '반복 1회',
    simulated: '시뮬레이션 서버',
    imported: '가져온 수치',
    'not-steady': '단일 사용자 값이 정상 상태가 아님',
  },
  doubts: (doubts) => `유보: ${doubts.join(', ')}`,
  allDoubts: (doubts) => `위 판정은 모두 다음을 감안하고 읽어야 합니다: ${doubts.join(', ')}.`,
  separator: '; ',
  tipsHeading: '최적화 팁',
  tipsIntro: '이 결과에서 근거가 확인된 것만 적습니다.',
  noTips: '이 결과에서는 조정할 만한 근거를 찾지 못했습니다.',
  tips: koreanTips,
};
