import { assertNever } from '@kneepoint/core';
import type {
  LiveActionWords,
  LiveFigureWords,
  LiveStateWords,
  LiveWords,
  WrittenDoubt,
} from '../live-words.ts';

const state: LiveStateWords = {
  stage: (position, total) => (total === null ? `${position}번째 단계` : `단계 ${position}/${total}`),
  ended: (count, total) => (total === null ? `${count}단계 완료` : `단계 ${count}/${total} 완료`),
  elapsed: (clock) => `경과 ${clock}`,
  left: (duration) => `약 ${duration} 남음`,
  preparing: '준비 중',
  between: '다음 단계 준비 중',
  held: (waits) =>
    waits
      ? '단계 사이에서 일시 정지했습니다. p를 누르면 계속합니다'
      : '이 단계가 끝나면 일시 정지합니다. p를 누르면 취소됩니다',
  draining: (inFlight) =>
    `진행 중인 요청 ${inFlight}건을 기다린 뒤 결과를 저장합니다. q를 한 번 더 누르면 즉시 중단합니다`,
  cutting: '지금 중단합니다. 측정한 내용은 보존됩니다',
  disconnected: (reason) =>
    `에이전트와 연결이 끊겼습니다(${reason}). 작업은 계속되며 다시 연결하고 있습니다.`,
};

const figures: LiveFigureWords = {
  inFlight: (now, planned) => `진행 중 ${now}${planned === null ? '' : `/${planned}`}`,
  done: (count) => `완료 ${count}`,
  failed: (count) => `실패 ${count}`,
  perSecond: (rate) => `초당 ${rate}건`,
  left: (clock) => `${clock} 남음`,
  ttft: '첫 토큰 시간(TTFT)',
  tokenGap: '토큰 간격(ITL)',
  samples: (count) => `표본 ${count}`,
  running: '실행 중',
  waiting: '대기 중',
  kvUse: 'KV 캐시',
  memory: '메모리',
  utilization: '사용률',
  power: '전력',
  temperature: '온도',
  level: '부하',
  inputTokens: (count) => `입력 ${count} 토큰`,
  repeat: (repeat, repeats) => `반복 ${repeat}/${repeats}`,
  users: '동시 사용자',
  requestRate: '초당 요청',
  invalidPoints: '소문자: 무효',
};

function doubt({ code, value, limit }: WrittenDoubt): string {
  switch (code) {
    case 'client-busy':
      return `이 컴퓨터가 병목입니다: 부하 스레드가 코어의 ${value} 사용 (한도 ${limit})`;
    case 'start-lag':
      return `요청이 늦게 출발합니다: p99 ${value} 지연 (한도 ${limit})`;
    case 'dropped':
      return `동시 요청 상한에 걸려 도착의 ${value} 버림 (한도 ${limit})`;
    case 'late':
      return `동시 요청 상한에 걸려 요청의 ${value} 지연 출발 (한도 ${limit})`;
    case 'errors':
      return `요청의 ${value} 실패 (한도 ${limit})`;
    case 'few-samples':
      return `표본 부족: 응답 ${limit}건 중 ${value}건`;
    default:
      return assertNever(code);
  }
}

const actions: LiveActionWords = {
  short: {
    help: '도움말',
    next: '전체 보기',
    enlarge: '확대',
    scroll: '스크롤',
    window: '구간',
    pause: '일시 정지',
    skip: '건너뛰기',
    stop: '중지',
    cut: '즉시 중단',
  },
  long: {
    help: '이 키 목록을 봅니다',
    next: '다음 패널 (shift-tab 이전 패널, esc 전체 화면)',
    enlarge: '패널을 화면 크기로 키우고, 다시 줄입니다',
    scroll: '패널 안에서 스크롤합니다',
    window: '지연 시간을 보는 구간을 늘림, 줄임, 단계 전체',
    pause: '이 단계가 끝나면 멈추거나, 다시 계속합니다',
    skip: '이 단계를 끝냅니다. 측정한 내용은 부분 결과로 남습니다',
    stop: '중지: 진행 중인 요청을 마치고 결과를 저장합니다',
    cut: '즉시 중단: 그래도 결과는 저장합니다',
  },
  skipped: '이 단계를 끝냅니다. 측정한 내용은 부분 결과로 남습니다',
  holding: '이 단계가 끝나면 일시 정지합니다',
  released: '실행을 계속합니다',
};

export const live: LiveWords = {
  trust: { valid: '유효', suspect: '의심', invalid: '무효', 'too-early': '아직 판단 불가' },
  keys: '키',
  closeHelp: '아무 키나 누르면 닫힙니다',
  tooSmall: ({ columns, rows, now }) =>
    `터미널이 작습니다: ${now.columns}x${now.rows} (최소 ${columns}x${rows}). 작업은 계속됩니다.`,
  panels: {
    plan: '계획',
    stage: '현재 단계',
    latency: '지연 시간',
    trust: '신뢰도',
    errors: '오류',
    server: '서버',
    gpus: 'GPU',
    log: '기록',
    chart: '확장성',
  },
  empty: {
    plan: '아직 단계를 알 수 없습니다.',
    stage: '실행 중인 단계가 없습니다.',
    latency: '이 구간에는 아직 응답이 없습니다.',
    trust: '단계가 실행되는 동안 판정합니다.',
    errors: '실패한 요청이 없습니다.',
    server: '읽을 수 있는 메트릭을 내보내지 않는 서버입니다.',
    gpus: 'GPU를 관찰하지 않습니다. GPU 호스트의 에이전트가 관찰합니다.',
    log: '아직 기록이 없습니다.',
    chart: '부하 한 단계가 끝나면 점이 나타납니다.',
  },
  state,
  phases: { warmup: '워밍업 중', measuring: '측정 중', draining: '마지막 응답을 기다리는 중' },
  figures,
  window: (window) => (window === null ? '단계 전체' : `최근 ${window}초`),
  doubt,
  noDoubts: '지금까지는 의심할 근거가 없습니다.',
  errors: {
    connect: '연결 실패',
    timeout: '시간 초과',
    'http-status': 'HTTP 상태',
    protocol: '깨진 응답',
    'in-stream': '스트림 안의 오류',
    empty: '빈 응답',
  },
  actions,
};
