import type { HomeWords } from '../home-words.ts';

export const home: HomeWords = {
  title: 'Kneepoint',
  panels: { agents: '에이전트', jobs: '작업', results: '최근 결과' },
  keys: {
    open: '열기',
    move: '이동',
    section: '다음 패널',
    history: '전체 이력',
    reread: '다시 확인',
  },
  columns: {
    state: '상태',
    job: '계획',
    agent: '에이전트',
    stages: '단계',
    since: '시간',
    result: '결과',
    targets: '대상',
    best: '최고 tok/s',
    trust: '신뢰도',
  },
  thisHost: '이 호스트',
  asking: '확인 중…',
  version: (version) => `버전 ${version}`,
  jobs: ({ running, waiting }) =>
    running + waiting === 0
      ? '쉬는 중'
      : [running === 0 ? [] : [`실행 ${running}건`], waiting === 0 ? [] : [`대기 ${waiting}건`]]
          .flat()
          .join(', '),
  silent: (reason) => `응답 없음: ${reason}`,
  noAnswer: (seconds) => `${seconds}초 안에 답이 오지 않았습니다`,
  noneHere: '실행 중인 에이전트가 없습니다 (kneepoint agent로 시작)',
  states: {
    queued: '대기',
    deploying: '배포 중',
    ready: '서버 준비됨',
    measuring: '측정 중',
    draining: '마무리 중',
    'tearing-down': '서버 정리 중',
    done: '완료',
    failed: '실패',
    cancelled: '취소됨',
  },
  held: '일시 정지',
  lasts: (duration) => `${duration}째`,
  ago: (duration) => `${duration} 전`,
  noJobs: '작업이 없습니다. 에이전트에 맡기려면: kneepoint compare PLAN --agent URL',
  noResults: '저장된 결과가 아직 없습니다. 먼저 해 볼 것: kneepoint quickstart',
  readingResults: '읽는 중…',
  resultsFailed: (reason) => `측정 이력을 읽을 수 없습니다: ${reason}`,
};
