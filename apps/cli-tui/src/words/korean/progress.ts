import type { ProgressWords } from '../progress-words.ts';

export const progress: ProgressWords = {
  warmingUp: '워밍업 중',
  secondsLeft: (seconds, isPlanned) => `${isPlanned ? '' : '약 '}${seconds}초 남음`,
  sent: (sent, total) => `${total}건 중 ${sent}건 전송`,
  waitingFor: (answers) => `응답 ${answers}건 대기 중`,
  done: (completed) => `완료 ${completed}건`,
  failed: (count) => `실패 ${count}건`,
  note: (text) => `참고: ${text}`,
  target: ({ name, isSimulated, engine, model, api, url }) =>
    `${name}: ${engine}${isSimulated ? '(시뮬레이션)' : ''}, 모델 ${model}, ${api}, ${url}`,
  held: '다음 단계 앞에서 대기합니다',
  released: '실행을 이어 갑니다',
  connectionLost: '에이전트와 연결이 끊겼습니다. 다시 시도합니다',
  draining:
    '중단합니다. 새 요청은 보내지 않고 진행 중인 요청을 기다립니다(Ctrl-C를 한 번 더 누르면 즉시 중단)',
  cutting: '지금 종료합니다. 측정한 내용은 보존됩니다',
};
