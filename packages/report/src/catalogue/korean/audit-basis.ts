import type { AuditCode } from '@kneepoint/core';

/** What a rule stands on, in Korean. */
export const koreanAuditBasis: Record<AuditCode, string> = {
  'single-user-slower-than-shared':
    '같은 문서의 수치에서, 사용자당 속도 = 출력 처리량 ÷ 사용자 수, 시간 = 토큰 수 ÷ 속도',
  'winner-rests-on-cold-number': '같은 문서의 수치: 언어 테스트, 또는 사용자가 가장 적을 때의 사용자당 속도',
  'crossover-against-table': '두 대상이 함께 가진 부하 사이에서 출력 처리량을 선형 보간',
  'claim-against-table': '더 나은 수치 ÷ 다른 수치. 마지막 자리는 반올림하거나 버려도 됨',
  'figures-do-not-follow':
    '각 지표의 정의. 진행 중인 요청 수는 리틀의 법칙 L = λW(J. D. C. Little, Operations Research 9, 1961)',
  'counts-do-not-add-up': '계획 = 전송 + 포기, 전송 = 완료 + 실패 + 중단',
  'ratio-does-not-follow': '비율 = 비교 대상 ÷ 기준',
  'linear-scaling-claim': '효율 = 사용자가 가장 많을 때의 (처리량 ÷ 사용자 수) ÷ 가장 적을 때의 같은 값',
  'saturation-claim': '증가 = 사용자가 가장 많을 때의 처리량 ÷ 적힌 부하의 처리량 − 1',
  'per-user-speed-rises': '부하마다 사용자당 속도 = 출력 처리량 ÷ 사용자 수',
  'above-physical-limit':
    '한 단계의 최소 시간 = max(읽는 바이트 ÷ 대역폭, 연산 수 ÷ 최대 연산 성능). S. Williams 외, Roofline, CACM 52, 2009',
  'memory-below-weights': '가중치 바이트 = 파라미터 수 × 자료형의 바이트',
  'memory-above-gpu': '사용 메모리 ≤ 모든 GPU의 메모리. GB와 GiB의 차이로 7.4%까지 허용',
  'start-faster-than-weights': '최소 시간 = 가중치 바이트 ÷ 15.75 GB/s(PCI Express 5.0 x4의 속도, PCI-SIG)',
  'share-of-limit': '사용자 한 명, 짧은 컨텍스트에서 최대 tok/s = 메모리 대역폭 ÷ 가중치 바이트',
  'percentiles-out-of-order': 'min ≤ p50 ≤ p75 ≤ p90 ≤ p95 ≤ p99 ≤ p99.9 ≤ max',
  'mean-outside-range': 'min ≤ 평균 ≤ max',
  'winner-inside-noise': '비율의 95% 신뢰 구간에 1이 포함됨. 구간이 없으면 5% 미만의 차이',
  'percentile-without-samples':
    'n ≥ ln 0.01 ÷ ln p: p90은 표본 44개, p95는 90개, p99는 459개, p99.9는 4,603개',
  'no-repeats': 't 분포의 95% 신뢰 구간에는 두 번 이상의 반복이 필요하며, 세 번부터 쓸모가 있음',
  'cold-start-inside': '워밍업이 없고, 초기 요청의 첫 토큰 시간이 나머지의 두 배를 넘는 단계',
  'method-not-told': '결과의 모든 단계가 가진 것: 요청 수, 측정 구간, 길이, 워밍업, 부하 발생기의 상태',
  'cached-prompts':
    '서버가 센 캐시 토큰 ÷ 전체 프롬프트 토큰. 일부러 앞부분을 공유하지 않았는데 20%를 넘으면 보고',
  'unequal-lengths': '같은 부하에서 서버가 센 평균 길이. 5%와 16토큰을 모두 넘는 차이',
  'answers-ended-early': '서버가 센 평균 길이 ÷ 계획의 고정 길이',
  'client-limited': '각 단계의 신뢰 판정. 한도는 신뢰(trust) 참조 문서에 있음',
  parity: '대상들의 인자, 설정, 프롬프트, 순서를 나란히 비교',
  'image-not-pinned': '태그는 옮겨질 수 있고 digest는 그럴 수 없음',
  'driver-too-old': '각 compute capability를 처음 지원한 드라이버와 CUDA 버전',
  'argument-unknown': 'vLLM 0.32.0과 SGLang 0.5.23이 등록하는 인자',
  'argument-deprecated': 'vLLM 0.32.0과 SGLang 0.5.23이 출력하는 폐기 예정 경고',
  'request-field-ignored': '각 경로의 문서에 있는 필드',
  'workaround-outdated': '엔진 소스에서 FlashInfer를 허용하는 compute capability',
};
