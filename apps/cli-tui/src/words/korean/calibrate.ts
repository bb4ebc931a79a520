import type { CalibrateWords } from '../calibrate-words.ts';

export const calibrate: CalibrateWords = {
  users: (count) => `보정 중: 사용자 ${count}명`,
  onceMore: (count, why) => `보정 중: 사용자 ${count}명을 다시 측정(${why})`,
  otherPrograms: '보정 중: 다른 프로그램이 CPU 코어를 쓰고 있어 여기서 끝냅니다',
  noMoreUsers: (reason) => `보정 중: 사용자를 더 늘릴 수 없습니다(${reason})`,
  shortAnswers: '보정 중: 짧은 응답',
  columns: {
    ofCeiling: '한계 대비',
    users: '사용자',
    offered: '제공/s',
    read: '수신/s',
    ttftMean: 'TTFT 평균',
    gapP50: '간격 p50',
    gapP99: '간격 p99',
    lastEvent: '마지막 이벤트',
    workerCpu: '워커 CPU',
  },
  twice: (faults) => `두 번: ${faults}`,
  carriedNone: '이 호스트는 어떤 부하도 정확히 측정하지 못했습니다. 너무 바쁘거나 너무 느립니다.',
  reads: (eventsPerSecond, isLeast) =>
    `이 호스트는 초당 ${isLeast ? '최소 ' : ''}${eventsPerSecond}개의 이벤트를 정확히 측정합니다.`,
  fourTokenAnswers: (perSecond) => `토큰 4개짜리 응답: 초당 ${perSecond}건.`,
  explanation:
    '시간은 시뮬레이션 서버의 시간에 이 클라이언트가 더한 값입니다. 시뮬레이션 서버가 같은 코어를 나눠 썼으므로,\n' +
    '다른 호스트의 서버를 측정할 때는 한계가 더 높습니다.',
  keptIn: (path) => `저장한 곳: ${path}`,
  hidden: '다른 프로그램이 이 호스트의 코어를 써서 한계를 찾지 못했고, 아무것도 저장하지 않았습니다',
  hiddenHint: '그 프로그램이 끝난 뒤 다시 실행하세요',
  noLevel: '이 호스트가 정확히 측정한 부하가 없어 아무것도 저장하지 않았습니다',
  noLevelHint:
    '부하마다 무엇이 부족했는지 표에 있습니다. kneepoint bench는 그래도 클라이언트가 늦은 곳을 알려 줍니다',
};
