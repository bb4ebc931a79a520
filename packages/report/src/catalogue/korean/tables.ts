import type { Columns, EnvironmentWords, Headings, LevelWords, TerminalWords, Words } from '../catalogue.ts';
import { createFormats } from '../formats.ts';
import { withParticle } from './particle.ts';
import {
  koreanInterval,
  koreanOutcome,
  koreanPlainRatio,
  koreanUsers,
  koreanWhyInconclusive,
} from './phrases.ts';

const formats = createFormats('ko');

export const koreanWords: Words = {
  mean: '평균',
  tooFew: '표본 부족',
  unknown: '알 수 없음',
  notMeasured: '측정하지 않음',
  join: (parts) => parts.join('; '),
  none: '없음',
  noSignificantDifference: '유의한 차이 없음',
  inconclusive: '판정 불가',
  simulated: '시뮬레이션',
  figureKind: {
    measured: '측정값',
    derived: '계산값',
    estimated: '추정값',
    declared: '선언값',
    unknown: '알 수 없음',
  },
  verdict: { valid: '유효', suspect: '의심', invalid: '무효' },
  suite: {
    bench: '벤치',
    'single-user': '단일 사용자',
    concurrency: '동시 사용자',
    languages: '언어별',
    rate: '요청률',
    arrivals: '도착 패턴',
    context: '문맥 길이',
    capacity: '수용량 탐색',
    calibrate: '보정',
    audit: '감사',
  },
  promptLanguage: (code) => formats.languageName(code),
  engine: { vllm: 'vLLM', sglang: 'SGLang', other: '기타' },
  errorClass: {
    connect: '연결 실패',
    timeout: '시간 초과',
    'http-status': 'HTTP 상태 코드',
    protocol: '프로토콜 오류',
    'in-stream': '스트림 도중 오류',
    empty: '빈 응답',
  },
  prompt: '프롬프트',
  answer: '응답',
};

export const koreanHeadings: Headings = {
  title: (name) => `추론 서버 벤치마크 보고서: ${name}`,
  subtitle: (targets, models, instant) => `${targets.join(', ')} · ${models.join(', ')} · ${instant}`,
  colophon: (version, id) => `Kneepoint ${version} · 측정 결과 ${id}에서 작성`,
  languageSwitch: '보고서 언어',
  contents: '목차',
  summary: '요약',
  notToConclude: '이 결과로 단정할 수 없는 것',
  environment: '테스트 환경',
  performance: '성능',
  singleUser: '단일 사용자',
  concurrency: '동시 사용자',
  rate: '요청률',
  languages: '언어별 생성',
  scaling: '동시성 확장성',
  method: '측정 방법',
  definitions: '용어 정의',
  stages: '전체 측정 단계',
  client: '클라이언트 상태',
  reproduce: '재현 방법',
};

export const koreanColumns: Columns = {
  item: '항목',
  value: '값',
  target: '대상',
  users: '사용자 수',
  requestsPerSecond: '요청/s',
  repeat: '반복',
  suite: '측정 종류',
  language: '언어',
  load: '부하',
  counts: '완료 / 실패 / 중단',
  outputThroughput: '출력 처리량 (tok/s)',
  perUser: '사용자당 (tok/s)',
  ttft: (percentile) => (percentile === '평균' ? '평균 TTFT' : `TTFT ${percentile}`),
  ttftResponse: (percentile) => `예정 시각 기준 TTFT ${percentile}`,
  tokenGap: (percentile) => `토큰 간격 ${percentile}`,
  chunkGap: (percentile) => `청크 간격 ${percentile}`,
  responseTime: (percentile) => (percentile === '평균' ? '평균 응답 시간' : `응답 시간 ${percentile}`),
  trust: '신뢰도',
  window: '측정 구간',
  difference: '차이 (95% 신뢰 구간)',
  ofLinear: (target) => `${target} 선형 대비`,
  speed: '속도 (tok/s)',
  memoryLoaded: '메모리 (로딩 후)',
  memoryPeak: '메모리 (피크)',
  startUp: '초기화 시간',
  cpuShare: 'CPU 사용률',
  loopDelay: '이벤트 루프 지연 p99',
  eventsPerRead: '읽기당 이벤트',
  eventsPerSecond: '초당 이벤트',
  ceiling: '보정된 한도 (초당 이벤트)',
  connections: '연결 생성 / 재사용',
  requests: '요청 수',
  engine: '엔진',
  version: '버전',
  api: 'API',
  url: '주소',
  model: '모델',
  contextLength: '컨텍스트 길이',
};

export const koreanLevels: LevelWords = {
  users: koreanUsers,
  rate: (rate) => `초당 요청 ${formats.requests(rate)}건`,
  atOnce: (count) => `동시 도착 요청 ${formats.count(count)}건`,
  outcome: koreanOutcome,
  singleUserIntro:
    '요청을 한 번에 하나씩 보냈습니다. 속도는 출력 토큰 수를 첫 토큰 시간까지 포함한 응답 시간으로 나눈 값입니다.',
  concurrencyIntro: (targetCount) =>
    targetCount > 1
      ? '각 사용자는 응답이 끝나는 즉시 다음 요청을 보냅니다. 차이는 출력 처리량의 비율입니다.'
      : '각 사용자는 응답이 끝나는 즉시 다음 요청을 보냅니다.',
  rateIntro:
    '응답과 관계없이 정해진 요청률로 요청을 보냈습니다. 첫 토큰 시간과 응답 시간은 예정된 도착 시각부터 잽니다.',
  languagesIntro: '같은 부하에서 프롬프트의 언어만 바꾸어 측정했습니다.',
  invalidNote: '무효로 표시된 값은 참고용이며 어떤 비교에도 쓰이지 않습니다.',
  unknownNote: (columns, targets, reason) =>
    `${targets.join(', ')}의 ${columns.join(', ')}: 알 수 없음${reason === '' ? '' : ` (${reason})`}`,
  chunkGapNote: (mark, targets, reason) =>
    `${mark} ${withParticle(targets.join(', '), '은/는')} 토큰 간격을 알 수 없어 청크 간격을 적었습니다${reason === '' ? '' : ` (${reason})`}.`,
  named: (target, text) => `${target}: ${text}`,
  inLanguage: (language, level) => `${language}(${level})`,
  excerptTitle: (language, target) => `${language}, ${target}`,
};

export const koreanEnvironment: EnvironmentWords = {
  host: '호스트',
  operatingSystem: '운영체제',
  kernel: '커널',
  processor: '프로세서',
  cores: (model, cores) => `${model}, ${formats.count(cores)}코어`,
  memory: '메모리',
  gpu: 'GPU',
  tool: 'Kneepoint',
  toolText: (version, commit, node) => `${version}${commit === null ? '' : ` (${commit})`}, Node.js ${node}`,
  date: '측정 일시',
};

const prefix = (target: string | null): string => (target === null ? '' : `${target}, `);

export const koreanTerminal: TerminalWords = {
  singleUser: (target, ttft, speed) => {
    const first = ttft === null ? '' : `첫 토큰까지 ${formats.briefDuration(ttft)}, 이후 `;
    return `${prefix(target)}사용자 1명: ${first}${formats.briefRate(speed)}.`;
  },
  together: (target, users, rate, perUser) =>
    `${prefix(target)}${koreanUsers(users)}: 합계 ${formats.briefRate(rate)}, 사용자당 ${formats.briefRateNumber(perUser)}.`,
  atRate: (target, rate, ttft) => {
    const first =
      ttft === null
        ? '첫 토큰 시간은 표본 부족'
        : `예정 시각부터 첫 토큰까지 ${formats.briefDuration(ttft)} (p50)`;
    return `${prefix(target)}초당 요청 ${formats.requests(rate)}건: ${first}.`;
  },
  ratio: (users, outcome, rates) => {
    const start = `${koreanUsers(users)}: ${rates.map(({ target, value }) => `${target} ${formats.briefRate(value)}`).join(', ')}`;
    switch (outcome.kind) {
      case 'won':
        return `${start}. ${withParticle(outcome.winner, '이/가')} ${formats.ratio(outcome.factor)}배 (95% 신뢰 구간 ${koreanInterval(outcome.low, outcome.high)}).`;
      case 'no-difference':
        return `${start}. 유의한 차이 없음.`;
      case 'inconclusive':
        return `${start}. ${outcome.ratio === null ? '' : `${koreanPlainRatio(outcome.ratio)}이지만 `}우열을 판정할 수 없음${koreanWhyInconclusive(outcome.why)}.`;
      case 'one-value':
      case 'not-compared':
        return `${start}.`;
    }
  },
  allValid: '모든 단계가 유효합니다.',
  trustCounts: (suspect, invalid, total) =>
    `전체 ${formats.count(total)}단계 중 ${[
      ...(invalid > 0 ? [`무효 ${formats.count(invalid)}`] : []),
      ...(suspect > 0 ? [`의심 ${formats.count(suspect)}`] : []),
    ].join(', ')}.`,
  noStages: '측정된 단계가 없습니다.',
  columns: {
    target: '대상',
    users: '사용자',
    rate: '요청/s',
    counts: '완료/실패/중단',
    throughput: 'tok/s',
    perUser: '사용자당',
    ttft: 'TTFT p50/p99',
    ttftResponse: 'TTFT* p50/p99',
    tokenGap: '토큰 간격 p50/p99',
    chunkGap: '청크 간격 p50/p99',
    mixedGap: (mark) => `토큰 간격 p50/p99 (${mark}청크 간격)`,
    responseTime: '응답 시간 p50',
    trust: '신뢰도',
  },
};
