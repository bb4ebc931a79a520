import { withParticle } from '@kneepoint/report';
import type { ErrorWords } from '../error-words.ts';
import { localHelp } from './local-help.ts';
import { requestHelp } from './request-help.ts';
import { targetHelp } from './target-help.ts';

const meant = (nearest: string | null): string => (nearest === null ? '' : `. 혹시 ${nearest}인가요?`);

export const errors: ErrorWords = {
  labels: {
    where: '위치',
    why: '원인',
    tries: '해결',
    says: '응답',
    detail: '내용',
    known: '알려진 문제',
    cause: '원인: ',
    fix: '해결: ',
  },
  help: { ...targetHelp, ...requestHelp, ...localHelp },
  exit: {
    interrupted: '중단되었습니다. 그때까지 측정한 내용은 결과에 있습니다',
    stopped: (target, what) => `${target} 서버가 더는 응답하지 않습니다. ${what}`,
    noAnswer: (what) => `응답을 받은 요청이 없습니다. ${what}`,
    nothingRun: '실행한 단계가 없습니다',
    thresholds: (failed, total, first) =>
      `기준 ${total}개 가운데 ${failed}개를 충족하지 못했습니다. ${first}`,
    invalid: (count, total, stage, why) =>
      `단계 ${total}개 가운데 ${withParticle(`${count}개`, '이/가')} 무효입니다. ${stage}: ${why}`,
    failure: (errorClass, detail) => `${errorClass}(${detail})`,
  },
  planProblem: {
    unknownKey: (nearest) => `알 수 없는 키입니다${meant(nearest)}`,
    missing: (expected) => `값이 없습니다(${expected})`,
    wrong: (expected, found) => `값의 종류가 다릅니다. 필요한 것: ${expected}, 지금 값: ${found}`,
    wrongChoice: (choices, found, nearest) =>
      `다음 가운데 하나여야 합니다: ${choices}. 지금 값은 ${found}입니다${meant(nearest)}`,
    tooSmall: (least, found) => `${least} 이상이어야 하는데 ${found}입니다`,
    empty: '비어 있으면 안 됩니다',
    kinds: {
      'a text': '텍스트',
      'a number': '숫자',
      'a whole number': '정수',
      'true or false': 'true 또는 false',
      'a list': '목록',
      'a block of keys': '키 묶음',
      'a text or a whole number': '텍스트 또는 정수',
    },
  },
  internal: {
    what: (message) => `내부 오류입니다. 알려 주시기 바랍니다: ${message}`,
    why: '사용 방법이 아니라 Kneepoint의 잘못입니다',
    stackIn: (path) => `오류가 난 위치는 ${path} 파일에 있습니다`,
    report:
      '이 파일을 실행한 명령과 서버 종류와 함께 보내 주세요. 키는 들어 있지 않지만, 보내기 전에 한번 읽어 보세요',
  },
};
