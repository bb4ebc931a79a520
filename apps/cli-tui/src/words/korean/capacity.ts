import { withParticle } from '@kneepoint/report';
import type { CapacityWords, LoadUnit } from '../capacity-words.ts';

const load = (level: number, unit: LoadUnit): string =>
  unit === 'rate' ? `초당 ${level}건` : `사용자 ${level}명`;
const after = (broken: string): string => (broken === '' ? '' : ` (${broken})`);

export const capacity: CapacityWords = {
  load,
  conditions: (terms) => terms.join(', '),
  found: ({ level, unit, slo, next, isSoFar, isAtLeast }) =>
    `${isSoFar ? '지금까지의 ' : ''}용량: ${isAtLeast ? '최소 ' : ''}${withParticle(load(level, unit), '이/가')} 기준(${slo})을 지킵니다. ${next}.`,
  unknown: (why) => `용량: 알 수 없음. ${why}.`,
  noneKept: (level, unit, slo, broken) =>
    `용량: 없음. ${load(level, unit)}에서도 기준(${slo})을 지키지 못합니다${after(broken)}.`,
  below: (level, unit, slo, broken) =>
    `용량: ${load(level, unit)} 미만. ${load(level, unit)}에서 기준(${slo})을 지키지 못했고${after(broken)}, 더 낮은 부하는 측정하지 않았습니다.`,
  nextBreaks: (level, unit, condition) =>
    condition === ''
      ? `${load(level, unit)}에서는 지키지 못합니다`
      : `${load(level, unit)}에서는 ${withParticle(condition, '을/를')} 지키지 못합니다`,
  nextNotCarried: (level, unit, reason) => `${load(level, unit)}에서는 지키지 못합니다: ${reason}`,
  clientLimit: (level, reason) =>
    `${withParticle(String(level), '은/는')} 클라이언트가 병목이어서 측정하지 못했습니다: ${reason}`,
  notJudged: (level, reason) => `${withParticle(level, '은/는')} 판정하지 못했습니다: ${reason}`,
  noData: '데이터가 없습니다',
  noHigherAllowed: '더 높은 부하는 허용 범위 밖입니다',
  noHigherTried: '더 높은 부하는 측정하지 않았습니다',
  nothingMeasured: '측정한 것이 없습니다',
  noLevelJudged: (why) => `판정할 수 있는 부하가 없습니다${why === null ? '' : `(${why})`}`,
  notConfirmed: '다시 측정해 확인하지는 않았습니다.',
  held: '다시 측정해도 지켰습니다.',
  didNotHold: (why) => `다시 측정하니 지키지 못했습니다: ${why}.`,
  notCarried: '부하를 감당하지 못했습니다',
  between: (low, high, percent) => `용량은 ${percent}% 신뢰도로 ${low}에서 ${high} 사이에 있습니다.`,
  columns: { users: '사용자', rate: '초당 요청', stages: '단계', kept: '지킴' },
  cells: { client: '클라이언트', noData: '데이터 없음' },
  notClear: '분명하지 않은 점:',
  ended: {
    'stage-budget': '정해진 단계 수(--max-stages)에 이르러 탐색을 끝냈습니다. 살펴볼 부하가 남아 있습니다',
    'time-budget': '정해진 시간(--max-time)이 되어 탐색을 끝냈습니다. 살펴볼 부하가 남아 있습니다',
    unfinished: '탐색이 끝나기 전에 중단되었습니다. 살펴볼 부하가 남아 있습니다',
  },
  notMonotone:
    '낮은 부하에서 지키지 못한 기준을 더 높은 부하에서 지켰습니다. 부하의 차이보다 단계마다의 차이가 큽니다',
  stageIs: (id, verdict, reasons) => `${id}: ${verdict}(${reasons})`,
  othersSuspect: (count) => `경계에서 떨어진 다른 단계 ${count}개도 의심스럽습니다`,
  longerGivesMore: '. --duration을 늘리면 더 모입니다',
};
