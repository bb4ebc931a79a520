import type { ResultWords } from '../result-words.ts';

export const result: ResultWords = {
  overview: '한눈에 보기',
  measured: '측정 대상',
  verdict: '결론',
  stages: '스테이지',
  untrusted: '믿을 수 없는 값과 그 이유',
  allTrusted: '이 수치를 의심할 이유가 없습니다. 모든 스테이지가 유효합니다.',
  judging: '판정하는 중 ...',
  nothingMeasured: '측정한 스테이지가 없어 수치도 없습니다.',
  failedTargets: '실행되지 않은 대상',
  extent: ({ stages, targets, failed }) =>
    `대상 ${targets}개, 스테이지 ${stages}개.${failed === 0 ? '' : ` 대상 ${failed}개는 실행되지 않았습니다.`}`,
  columns: ({ from, to, all, keys }) =>
    `전체 ${all}열 중 ${from === to ? from : `${from}~${to}`}열, ${keys} 키로 이동`,
  position: ({ from, to, all }) => `${all}줄 중 ${from}~${to}`,
  counts: ({ findings, doubts }) =>
    [...(findings === 0 ? [] : [`결과 ${findings}건`]), ...(doubts === 0 ? [] : [`주의 ${doubts}건`])].join(
      ', ',
    ),
  searchFor: (text) => `검색: ${text}`,
  found: ({ at, all, text }) => `"${text}": ${all}건 중 ${at}번째, n과 N으로 이동`,
  notFound: (text) => `"${text}": 이 결과에 없습니다`,
  writing: '보고서를 쓰는 중 ...',
  written: ({ folder, names }) => `${folder} 폴더에 저장했습니다: ${names.join(', ')}`,
  writeFailed: (reason) => `보고서를 저장하지 못했습니다: ${reason}`,
  keys: {
    scroll: '스크롤',
    page: '한 화면씩 이동',
    ends: '처음, 끝',
    sideways: '넓은 표의 열 이동',
    chapter: '장 이동',
    number: '번호로 장 선택, 0은 한눈에 보기',
    search: '검색',
    next: '다음, 이전 검색 결과',
    language: '언어',
    write: '보고서 저장',
  },
  legend: {
    letters: '글자는 측정값이고, 글자를 잇는 선은 측정값이 아님',
    users: '글자 옆 숫자는 사용자 수',
    percentiles: '대문자는 p50, 소문자는 p99',
    spread: '세로선은 95 % 신뢰 구간 또는 반복 측정의 범위',
    fitted: '점선 곡선은 USL(보편적 확장성 법칙) 적합 결과로, 측정값이 아님',
    crossing: '세로 점선은 두 대상이 교차하는 지점',
    frontier: '회색 계단: 두 값을 함께 놓고 볼 때 측정된 최댓값',
    invalid: '✗는 무효',
    load: '아래 막대: 처리 중인 요청 수',
    strip: '가는 선: 최소~최대, ▒ p10~p90, █ p25~p75, ┃ p50, ◆ p99(표본이 충분할 때)',
    stripPlain: '- 최소~최대, = p10~p90, # p25~p75, | p50, * p99(표본이 충분할 때)',
    sentence: (parts) => (parts.length === 0 ? '' : `${parts.join('; ')}.`),
  },
};
