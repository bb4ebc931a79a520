import { createFormats } from '../formats.ts';
import type { MemoryWords } from '../memory-words.ts';
import { withParticle } from './particle.ts';

const formats = createFormats('ko');

/** The memory of servers in Korean. */
export const koreanMemory: MemoryWords = {
  heading: '메모리',
  phase: '단계',
  phases: {
    empty: '시작 전',
    loaded: '준비 완료, 요청 없음',
    warm: '워밍업 후',
    inference: '단일 사용자',
    peak: '최고 부하',
    after: '마지막 요청 후',
  },
  owner: '대상 메모리',
  ownerName: (owner) => {
    switch (owner.kind) {
      case 'device':
        return `GPU ${owner.index} 전체`;
      case 'server-on-device':
        return `GPU ${owner.index}의 서버`;
      case 'host':
        return {
          resident: '호스트의 서버, 상주 메모리',
          private: '호스트의 서버, 전용 메모리',
          charged: '컨테이너, 파일 캐시 포함',
        }[owner.measure];
    }
  },
  median: '중앙값',
  most: '최대',
  samples: '표본 수',
  intro: {
    'server-on-device':
      '각 서버의 프로세스가 차지한 GPU 메모리입니다(모든 GPU의 합). 엔진이 예약해 둔 메모리는 실제로 쓰지 않더라도 포함됩니다.',
    device:
      '어느 프로세스가 쓰든 GPU에서 사용 중인 메모리입니다(모든 GPU의 합). 엔진이 예약해 둔 메모리도 포함됩니다.',
    host: '각 서버의 프로세스가 호스트에서 차지한 상주 메모리입니다. GPU 메모리는 측정되지 않았습니다.',
    figures: '결과에 기록된 각 서버의 메모리입니다.',
  },
  mostNote: (bytes) => `최대 ${bytes}`,
  difference: '차이 (값 하나씩 비교)',
  less: (least, bytes, most) => `${withParticle(least, '이/가')} ${most}보다 ${formats.bytes(bytes)} 적음`,
  same: '같음',
  inUse: 'KV 캐시 최대 사용률',
  inUseText: (share, level) => `${formats.share(share)} (${level})`,
  engineHeading: '엔진이 알려 주는 값',
  engineIntro:
    '엔진은 메모리를 스스로 나누어 씁니다. 가중치를 올리고 남은 메모리의 대부분을 시작할 때 KV 캐시로 예약합니다.',
  engine: {
    weights: '가중치',
    kvCache: 'KV 캐시 예약량',
    graphs: 'CUDA 그래프',
    kvTokens: 'KV 캐시 용량',
    fraction: '사용 가능한 메모리 비율 설정',
  },
  engineUnknown: (targets) =>
    `${withParticle(targets.join(', '), '은/는')} 메모리를 어떻게 나누어 쓰는지 알려 주지 않아 알 수 없습니다.`,
  tokens: (count) => `${formats.count(count)}토큰`,
  allFigures: '측정된 모든 메모리 값',
  note: '각 단계의 값은 표본의 중앙값이고, 최고 부하만 최댓값입니다. 표본 사이의 값은 가정하지 않습니다.',
};
