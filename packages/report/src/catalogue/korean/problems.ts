import type { ProblemWords } from '../problem-words.ts';
import { withParticle } from './particle.ts';

/** Problems in Korean. */
export const koreanProblems: ProblemWords = {
  compatibilityHeading: '호환성',
  compatibilityIntro:
    '이 GPU와 드라이버, 이 버전과 설정에서 발생한다고 알려진 문제입니다. 줄마다 판단 근거를 함께 적었습니다.',
  nothingKnown: '이 GPU, 드라이버, 버전, 설정에 해당하는 알려진 문제는 없습니다.',
  notChecked: '서버의 GPU와 설정을 알 수 없어 알려진 문제를 확인하지 못했습니다.',
  problem: '문제',
  cause: '원인',
  fix: '해결책',
  evidence: '근거',
  wholeHost: '호스트',
  source: (addresses) => `출처: ${addresses.join(', ')}`,
  inEnglish: '영어 원문',
  works: (target, engine, version) =>
    `${target}(${engine}${version === null ? '' : ` ${version}`})의 다음 구성에서는 실패한 요청이 없었습니다.`,
  troubleshootingHeading: '문제 해결',
  seenIntro: '이번 실행에서 실제로 발생한 문제입니다.',
  nothingWentWrong: '이번 실행에서는 모든 서버가 정상적으로 시작되었고 실패한 요청도 없었습니다.',
  commonIntro: '이런 서버에서 자주 만나는 문제입니다.',
  symptom: '증상',
  requestsFailed: (target, errorClass, detail, count) =>
    `${target}: 요청 ${count}건 실패, ${errorClass} (${detail})`,
  errorCause: {
    connect: '서버가 연결을 받지 않았거나, 응답하기 전에 연결을 끊었습니다.',
    timeout: '요청 하나에 허용된 시간 안에 응답이 끝나지 않았습니다.',
    'http-status': '서버가 요청을 거부했습니다. 서버가 보낸 메시지는 결과 파일에 있습니다.',
    protocol: '응답이 HTTP나 이벤트 스트림의 규칙에 맞지 않았습니다.',
    'in-stream': '응답을 보내는 도중에 서버가 오류를 알렸습니다.',
    empty: '토큰이 하나도 없이 응답이 끝났습니다.',
  },
  errorFix: {
    connect: '프로세스가 살아 있고 포트를 열고 있는지 확인하고, 로그의 마지막 부분을 읽어 보세요.',
    timeout:
      '실행 중인 요청과 대기 중인 요청의 수를 확인하세요. 부하를 낮추거나 `timeout`으로 시간을 늘려 주세요.',
    'http-status':
      '400은 대부분 컨텍스트 길이를 넘은 경우이고, 429와 503은 서버가 더 받을 수 없다는 뜻입니다.',
    protocol:
      '중간의 프록시 없이 다시 측정하세요. 그래도 같으면 기록된 응답과 함께 엔진 개발자에게 알려 주세요.',
    'in-stream': '그 시각의 서버 로그를 확인하세요. 메모리 부족이나 취소된 요청이 남아 있습니다.',
    empty: '중단 문자열과 채팅 템플릿을 확인하세요. 모델이 곧바로 차례를 끝냈을 수 있습니다.',
  },
  checksIntro: '확인에 쓰는 명령입니다.',
  checkGpu: 'GPU와 메모리, 사용 중인 프로세스',
  checkLog: (target) => `${target} 로그의 마지막 부분`,
  checkHealth: (target) => `${withParticle(target, '이/가')} 응답하는지, 어떤 모델을 서비스하는지`,
  checkDoctor: (target) => `${target}에 해당하는 알려진 문제`,
};
