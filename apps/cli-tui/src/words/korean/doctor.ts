import type { DoctorWords } from '../doctor-words.ts';

export const doctor: DoctorWords = {
  host: '이 호스트',
  server: (url) => `서버 ${url}`,
  plan: (path) => `계획 ${path}`,
  states: { ok: '정상', error: '오류', advice: '권고', skipped: '건너뜀' },
  cause: '원인: ',
  fix: '해결: ',
  verdicts: {
    ok: '문제가 없습니다',
    advice: '측정을 막는 문제는 없습니다',
    problems: '측정을 막거나 결과를 왜곡하는 문제가 있습니다',
    unreachable: '이 주소에서 응답이 없습니다',
  },
  counts: (errors, advice, ok, skipped) =>
    `. 오류 ${errors}건, 권고 ${advice}건, 정상 ${ok}건, 건너뜀 ${skipped}건.`,
};
