import type {
  AbsentWords,
  AppendixWords,
  DeploymentWords,
  FactWords,
  PerformanceWords,
} from '../document-words.ts';
import { createFormats } from '../formats.ts';
import { withParticle } from './particle.ts';

const formats = createFormats('ko');

/** Facts of the environment in Korean. */
export const koreanFacts: FactWords = {
  system: '하드웨어와 시스템',
  run: '측정 정보',
  engines: '엔진',
  gpuCount: (count, name) => (count === 1 ? name : `${name} ${formats.count(count)}개`),
  gpuMemory: 'GPU 메모리',
  computeCapability: 'Compute Capability',
  driver: '드라이버',
  cuda: 'CUDA',
  containerEngine: '컨테이너 엔진',
  python: 'Python',
  limits: '프로세스 자원 제한',
  limitsText: (cores, bytes) =>
    [
      ...(cores === null ? [] : [`${formats.requests(cores)}코어`]),
      ...(bytes === null ? [] : [`메모리 ${formats.bytes(bytes)}`]),
    ].join(', '),
  revision: '리비전',
  precision: '정밀도',
  quantization: '양자화',
  notQuantized: '없음',
  parameters: '매개변수 수',
  parametersText: (count) => `${formats.rateNumber(count / 1e9)}B`,
  weights: '가중치 크기',
  packages: '소프트웨어',
  loadFrom: '부하를 보낸 곳',
  sameHost: '서버와 같은 호스트',
  otherHost: (host) => `${host ?? '다른 호스트'} (네트워크 경유)`,
  imported: (tool, version, files) =>
    `이 수치는 Kneepoint가 측정한 것이 아니라 ${[tool, version].filter((part) => part !== null).join(' ') || '다른 문서'}${files.length === 0 ? '' : ` (${files.join(', ')})`}에서 가져온 것입니다. 출처에 없는 값은 여기서도 알 수 없습니다.`,
  combined: (results) =>
    `서로 다른 시점에 측정한 결과를 합쳤습니다: ${results.map(({ name, instant }) => `${name} (${instant})`).join(', ')}.`,
  differing: (values) => `결과마다 다름: ${values.join(' / ')}`,
  declared: '출처에 적힌 그대로이며, 실제 장비에서 확인한 값이 아닙니다.',
  declaredTable: '이 표의 값은 모두 선언값으로, 출처에 적힌 그대로입니다.',
  importedOn: (instant) => `${instant}에 가져옴`,
  unknownFacts: (facts, reason) => `알 수 없음: ${facts.join(', ')}${reason === '' ? '' : ` (${reason})`}.`,
  notGiven: (facts) => `출처에 없는 항목: ${facts.join(', ')}.`,
};

/** Deployments in Korean. */
export const koreanDeployment: DeploymentWords = {
  heading: '배포 구성',
  alreadyRan: (targets) =>
    `${withParticle(targets.join(', '), '은/는')} 이미 실행 중이던 서버이며, 어떻게 시작했는지는 이 결과에 없습니다.`,
  notSaid: (targets) => `${withParticle(targets.join(', '), '을/를')} 어떻게 시작했는지는 출처에 없습니다.`,
  digest: '다이제스트',
  localImage: '없음 (레지스트리에서 받은 이미지가 아님)',
  port: '포트',
  portText: (host, container) => `호스트 ${host}, 컨테이너 ${container}`,
  folder: '작업 디렉터리',
  startedAs: '실행 방식',
  asContainer: '컨테이너',
  asProcess: '호스트 프로세스',
  argument: '인자',
  remark: '비고',
  argumentRemarks: {
    'no-cuda-graphs':
      '우회 설정: CUDA 그래프가 실패하는 GPU에서 끄는 옵션이며, 디코드 단계마다 커널 실행 비용이 듭니다.',
    'attention-backend':
      '우회 설정: 기본 어텐션 백엔드가 동작하지 않는 환경에서 직접 지정하는 옵션이며, 더 느릴 수 있습니다.',
    'no-flashinfer':
      '우회 설정: FlashInfer가 지원하지 않는 GPU에서 끄는 옵션입니다. 최신 버전에서는 --attention-backend로 지정합니다.',
    'no-custom-all-reduce': '우회 설정: GPU 사이의 자체 통신이 멈추는 환경에서 끄는 옵션입니다.',
    'no-overlap-schedule': '우회 설정: 스케줄링이 GPU 작업과 겹치지 않아 단계마다 기다리게 됩니다.',
    'no-warm-up': '서버가 스스로 워밍업하지 않으므로 처음 요청이 느립니다.',
    'random-weights': '가중치가 무작위이므로 속도는 실제 값이지만 응답 내용에는 의미가 없습니다.',
    'no-prefix-cache': '프리픽스 캐시를 껐으므로 프롬프트의 공통 앞부분도 매번 다시 계산합니다.',
  },
  dockerRun: 'docker run 명령:',
  compose: 'Compose 파일:',
  process: '셸 명령:',
  incomplete: '이미지와 인자만으로 만든 명령입니다. GPU, 포트, 볼륨, 환경 변수는 이 결과에 없습니다.',
  asWritten: '출처에 적힌 명령:',
  parity: '비교 조건 점검',
  parityIntro: '어느 한쪽에 유리할 수 있는 차이입니다.',
  parityNone: '어느 한쪽에 유리할 만한 차이는 발견되지 않았습니다.',
  parityUnchecked: (targets) =>
    `모델, 버전, 부하에서는 차이가 발견되지 않았습니다. ${targets.join(', ')}의 설정은 이 결과에 없어 비교하지 못했습니다.`,
  difference: '차이',
  favours: '유리한 쪽',
  nobodyKnown: '알 수 없음',
};

/** Sections without content in Korean. */
export const koreanAbsent: AbsentWords = {
  memory: '메모리는 측정하지 않았습니다.',
  languages: '언어별로 비교하지 않았습니다.',
  scaling: '동시 사용자 수를 바꾸어 가며 측정하지 않아 확장성을 판단할 수 없습니다.',
  performance: '이 결과에는 속도를 측정한 단계가 없습니다.',
};

/** Loads in Korean. */
export const koreanPerformance: PerformanceWords = {
  limitShare: '물리적 한계 대비',
  limitNote:
    '물리적 한계는 이 GPU의 메모리 대역폭과 연산 성능으로 이 모델이 해당 사용자 수에서 낼 수 있는 최대치입니다.',
  nowhereKnown: (figures, reasons) =>
    `모든 조건에서 알 수 없음: ${figures.join(', ')}${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}.`,
};

/** The appendix in Korean. */
export const koreanAppendix: AppendixWords = {
  heading: '부록: 빠른 시작',
  rawHeading: '부록',
  deploy: '배포:',
  ask: '응답 요청:',
  health: '준비 상태 확인:',
  greeting: '안녕하세요',
  nativeLimits:
    'SGLang의 /generate에서는 길이 제한을 sampling_params 안에 적어야 합니다. 본문 최상위에 적으면 적용되지 않습니다.',
  raw: '원본 결과',
  resultText: (id) => `이 문서의 모든 수치는 결과 파일 result.json에 있습니다(${id}).`,
  requestsText: (file, count) =>
    `${file}에는 요청 ${formats.count(count)}건이 한 줄에 하나씩 기록되어 있습니다.`,
};
