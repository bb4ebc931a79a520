import { withParticle } from '@kneepoint/report';
import type { RunWords } from '../run-words.ts';

export const run: RunWords = {
  note: (text) => `참고: ${text}`,
  failed: (count, errorClass, detail, said) =>
    `실패 ${count}건: ${errorClass}, ${detail}${said === '' ? '' : `: ${said}`}`,
  files: '파일:',
  result: '결과:',
  keptInFile: (path) => `결과: ${path} (보고서 만들기: kneepoint report ${path})`,
  keptInHistory: (id) => `기록에 저장했습니다. 다시 보기: kneepoint history show ${id}`,
  next: '다음에 할 수 있는 일:',
  nextReport: '이 결과로 Markdown과 HTML 보고서 만들기',
  nextRead: '보고서 읽기',
  nextShow: '이 수치 다시 보기',
  nextBrowse: '이번 결과와 이전 결과를 화면에서 살펴보기',
  nextDiff: '바로 앞의 실행과 비교하기',
  nextResume: '멈춘 곳부터 이어서 측정하기',
  nextDoctor: '서버와 호스트의 문제 찾기',
  detached: ({ job, agent }, find) =>
    `${agent}의 에이전트가 계획을 받아 접수했습니다(작업 번호 ${job}). 보고 있지 않아도 그곳에서 계속 실행됩니다.\n진행 상황을 보고 조작하고 결과를 읽으려면:\n  ${find}\n`,
  endOfLog: (target) => `${target} 로그의 마지막 부분:`,
  known: (title, id) => `알려진 문제: ${title} [${id}]`,
  why: '원인: ',
  whatToDo: '해결: ',
  simulated: {
    both: '두 서버 모두 시뮬레이션입니다. 이 컴퓨터에서 실행되는 두 프로그램이 기준 보고서의 vLLM과 SGLang처럼 동작합니다.',
    figures: 'Kneepoint가 무엇을 하는지 보여 주는 수치이며, 실제 하드웨어의 성능이 아닙니다.',
  },
  noRuns: '저장된 실행이 아직 없습니다. 이렇게 시작하세요: kneepoint bench URL',
  aboutFigures: '이 수치에 대해:',
  historyColumns: {
    id: 'id',
    when: '시각(UTC)',
    name: '이름',
    targets: '대상',
    stages: '단계',
    best: '최고 tok/s',
    trust: '신뢰',
  },
  noData: '데이터 없음',
  bestAt: (tokensPerSecond, load) => `${tokensPerSecond} (${load})`,
  agent: {
    listening: (url, isLocal) =>
      `에이전트가 ${url}에서 요청을 받습니다${isLocal ? '(이 호스트의 요청만)' : ''}`,
    recovered: (what) => `남아 있던 ${withParticle(what, '을/를')} 찾아 중지했습니다`,
    ending: '종료합니다. 시작한 것을 모두 중지합니다',
  },
};
