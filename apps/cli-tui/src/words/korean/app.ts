import type { AppWords } from '../app-words.ts';

export const app: AppWords = {
  loading: '불러오는 중…',
  keys: {
    help: '키 목록',
    back: '뒤로',
    leave: '종료',
    leaveAtOnce: '바로 종료',
    suspend: '셸로 나가기 (fg로 복귀)',
  },
  help: '키 목록',
  history: '측정 이력',
  cannotShow: '이 화면을 표시할 수 없습니다',
  needsTerminal:
    'kneepoint tui는 화면을 그리므로 입력과 출력이 모두 터미널이어야 합니다. 저장된 측정 목록은 kneepoint history로 볼 수 있습니다',
};
