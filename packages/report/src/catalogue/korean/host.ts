import { createFormats } from '../formats.ts';
import type { CapacityWords, HostWords } from '../host-words.ts';
import { withParticle } from './particle.ts';

const formats = createFormats('ko');

/** The serving host in Korean. */
export const koreanHost: HostWords = {
  image: '이미지',
  firstHealthyAnswer: '첫 정상 응답까지',
  firstToken: '첫 토큰까지',
  failuresHeading: '측정하지 못한 대상',
  failed: (target, message) => `${withParticle(target, '은/는')} 측정하지 못했습니다: ${message}.`,
  logEnd: '로그의 마지막 부분:',
  known: (title, isEnglish) => `알려진 문제${isEnglish ? '(영문 설명)' : ''}: ${title}`,
  cause: (text) => `원인: ${text}`,
  fix: (text) => `해결 방법: ${text}`,
  gpuHeading: '서비스 중 GPU 상태',
  utilization: '사용률',
  power: '전력',
  energyPerToken: '출력 토큰당 에너지',
  throttled: '클럭 제한',
};

/** A capacity search in Korean. */
export const koreanCapacity: CapacityWords = {
  heading: '용량',
  found: (level, slo, confidence) =>
    `${slo.join(', ')} 조건을 지키는 최고 부하는 ${level}입니다${
      confidence === null ? '' : `(경계가 여기에 있을 확률 ${formats.share(confidence)})`
    }.`,
  atLeast: (level, slo) =>
    `적어도 ${level}까지 ${slo.join(', ')} 조건을 지킵니다. 이를 어기는 더 높은 부하는 찾지 못했습니다.`,
  none: (level, slo) => `${level}에서도 ${slo.join(', ')} 조건을 지키지 못합니다.`,
  unknown: '판단할 수 있는 부하가 없었습니다.',
  users: (level) => `사용자 ${formats.count(level)}명`,
  rate: (level) => `초당 요청 ${formats.requests(level)}건`,
  kept: '충족',
  stages: '단계 수',
  level: '부하',
};
