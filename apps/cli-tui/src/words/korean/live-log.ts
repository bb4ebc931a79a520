import type { EndedStage } from '@kneepoint/core';
import type { LiveLogWords } from '../live-log-words.ts';
import { live } from './live.ts';

export const liveLog: LiveLogWords = {
  simulated: '시뮬레이션',
  deployment: {
    starting: '서버 시작 중',
    ready: '서버 준비 완료',
    failed: '서버가 시작되지 않음',
    stopped: '서버 중지됨',
    kept: '서버를 켜 둔 채로 둠',
  },
  users: (count) => `사용자 ${count}명`,
  arrivals: {
    rate: (perSecond) => `초당 ${perSecond}건`,
    bursts: (perSecond, burstiness) => `초당 ${perSecond}건 (버스트 계수 ${burstiness})`,
    ramp: (from, to) => `초당 ${from}건에서 ${to}건까지`,
    trace: (source) => `트레이스 ${source}`,
    atOnce: (count) => `${count}건 동시`,
  },
  repeat: (repeat) => `${repeat}회차`,
  stageStarted: (stage) => `시작: ${stage}`,
  stageEnded: (stage, ended) => `${status(ended)}: ${[stage, ...figures(ended)].join(', ')}${reason(ended)}`,
  held: '다음 단계 앞에서 대기합니다',
  released: '실행을 이어 갑니다',
  draining: '종료 중: 새 요청은 보내지 않고 진행 중인 요청을 기다립니다 (한 번 더 누르면 즉시 중단)',
  cutting: '지금 종료합니다. 측정한 내용은 보존됩니다',
  skipped: '이 단계를 끝냅니다. 측정한 내용은 부분 결과로 남습니다',
  connectionLost: (reason) => `에이전트와 연결이 끊겼습니다 (${reason}). 다시 시도합니다`,
  connectionBack: '에이전트와 다시 연결되었습니다',
  suspended: (seconds) =>
    `프로그램이 ${seconds}초 동안 멈춰 있었습니다. 그동안 돌던 단계는 신뢰할 수 없습니다`,
  screenFailed: (reason) => `화면을 그릴 수 없습니다 (${reason}). 실행은 계속됩니다`,
};

const status = (ended: EndedStage): string =>
  ({ completed: '완료', partial: '중도 종료', failed: '실패' })[ended.status];

const figures = ({ figures: { outputThroughput }, verdict }: EndedStage): readonly string[] => [
  ...(outputThroughput === null ? [] : [`${Math.round(outputThroughput)} tok/s`]),
  live.trust[verdict],
];

const reason = ({ statusReason }: EndedStage): string => (statusReason === null ? '' : ` (${statusReason})`);
