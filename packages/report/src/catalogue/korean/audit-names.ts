import type { AuditEvidence } from '@kneepoint/core';

const metrics: Readonly<Record<string, string>> = {
  startLag: '출발 지연',
  connectTime: '연결 시간',
  ttft: '첫 토큰 시간(TTFT)',
  ttftResponse: '예정 도착 시각 기준 첫 토큰 시간',
  ttfa: '답변 첫 토큰 시간',
  timeToFirstText: '첫 글자가 보이기까지의 시간',
  tpot: '출력 토큰당 시간(TPOT)',
  ntpot: '출력 토큰당 응답 시간',
  chunkGap: '이벤트 간격',
  tokenGap: '토큰 간격(ITL)',
  maxStall: '가장 긴 멈춤',
  e2e: '응답 시간',
  e2eResponse: '예정 도착 시각 기준 응답 시간',
  outputThroughput: '출력 처리량',
  requestThroughput: '초당 요청 수',
  requestSpeed: '요청 속도',
  decodeSpeed: '디코딩 속도',
  throughputPerUser: '사용자당 처리량',
  memory: '메모리',
  initTime: '초기화 시간',
};

/** The name of a metric; `e2e.mean` is that of `e2e`, and one that is not known stays as it is. */
export const auditMetric = (metric: string): string => metrics[metric.split('.')[0] ?? metric] ?? metric;

export const identityNames: Record<AuditEvidence<'figures-do-not-follow'>['identity'], string> = {
  'speed-times-time': '응답의 토큰 수(속도 × 응답 시간)',
  'length-times-requests': '출력 처리량(초당 요청 수 × 응답의 토큰 수)',
  'throughput-per-user': '사용자당 처리량(출력 처리량 ÷ 사용자 수)',
  'total-throughput': '전체 처리량(입력 + 출력)',
  'requests-in-flight': '진행 중인 요청 수(리틀의 법칙: 초당 요청 수 × 응답 시간)',
  'output-tokens': '출력 토큰 합계(응답 수 × 평균 길이)',
};

export const sumNames: Record<AuditEvidence<'counts-do-not-add-up'>['sum'], string> = {
  planned: '계획 = 전송 + 포기가 성립하지 않습니다',
  dispatched: '전송 = 완료 + 실패 + 중단이 성립하지 않습니다',
  'completed-in-window': '측정 구간에서 완료된 요청이 단계 전체의 완료 요청보다 많습니다',
  errors: '오류 목록의 합계가 실패한 요청 수와 다릅니다',
};

export const untoldNames: Record<AuditEvidence<'method-not-told'>['untold'][number], string> = {
  requests: '요청 수',
  window: '측정 구간',
  lengths: '응답 길이',
  'warm-up': '워밍업',
  client: '부하 발생기의 상태',
};
