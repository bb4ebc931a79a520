import type { JobWords } from '../job-words.ts';

export const job: JobWords = {
  title: (name) => `작업 ${name}`,
  keys: {
    pause: '일시 정지/계속',
    skip: '단계 건너뛰기',
    cancel: '작업 취소',
    window: '구간',
    panel: '패널',
    result: '결과 열기',
    leave: '나가기 (작업은 계속)',
  },
  leaving: 'q는 화면만 나갑니다. 작업은 계속됩니다',
  connecting: (agent) => `${agent}에 확인하는 중…`,
  lost: (agent, reason) =>
    `${agent}에 연결할 수 없습니다: ${reason}. 작업은 계속되며 다시 연결하고 있습니다.`,
  askCancel: '작업을 취소할까요? 진행 중인 요청은 마치고, 측정한 내용은 보존합니다.',
  askCancelNow: '이미 취소하는 중입니다. 진행 중인 요청까지 바로 끊을까요?',
  yesOrNo: 'y 예  n 아니요',
  asked: {
    cancel: '에이전트에 취소를 요청했습니다',
    'cancel-now': '진행 중인 요청까지 끊도록 요청했습니다',
    hold: '다음 단계 앞에서 멈추도록 요청했습니다',
    release: '계속하도록 요청했습니다',
    skip: '이 단계를 끝내도록 요청했습니다',
  },
  refused: (reason) => `에이전트가 요청을 받아들이지 않았습니다: ${reason}`,
  ended: {
    done: '작업이 끝났습니다',
    failed: '작업이 실패했습니다',
    cancelled: '작업이 취소되었습니다',
  },
  exit: (code) => `종료 코드 ${code}`,
  openResult: 'Enter를 누르면 결과를 엽니다',
  noResult: '측정한 내용이 없어 결과가 없습니다',
  cannotFollow: '이 작업을 표시할 수 없습니다',
};
