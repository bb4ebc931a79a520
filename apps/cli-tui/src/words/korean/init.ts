import { withParticle } from '@kneepoint/report';
import type { InitWords } from '../init-words.ts';

export const init: InitWords = {
  intro:
    '비교 계획을 작성합니다. 어떤 서버에, 어떤 부하를, 몇 번 줄지 정합니다. 시작하라고 답하기 전에는 아무것도 측정하지 않습니다.',
  howToLeave: 'Enter를 누르면 대괄호 안의 값을 씁니다. Ctrl-C를 누르면 아무것도 쓰지 않고 끝냅니다.',
  looking: '이 호스트에서 추론 서버를 찾는 중입니다(일반적인 포트와 실행 중인 컨테이너의 포트) ...',
  found: '찾은 서버:',
  listensElse: (ports) =>
    `${ports} 포트에서도 프로그램이 실행 중이지만 추론 서버로 응답하지 않습니다. 아직 로딩 중인 서버일 수도 있습니다.`,
  noneFound: '이 호스트에서 추론 서버를 찾지 못했습니다.',
  noneFoundHelp:
    '서버(vLLM, SGLang, 그 밖의 OpenAI 호환 서버)를 시작하거나 다른 곳에 있는 서버의 주소를 입력하세요.',
  tryWithout: 'GPU 없이 Kneepoint를 시험해 보려면 시뮬레이션 서버 두 개를 각각 다른 터미널에서 시작하세요.',
  tryThenEnter: '그런 다음 여기로 돌아와 Enter를 누르세요.',
  askAddress: '서버 주소(http://HOST:PORT, Enter: 다시 찾기, q: 끝내기)',
  askServers: '어떤 서버를 측정할까요?',
  askServersHint: '번호를 입력하세요. 다른 서버의 주소(http://HOST:PORT)도 함께 입력할 수 있습니다',
  onlyOne: '서버가 하나입니다. 비교하려면 두 개가 필요합니다. 하나만 있어도 수치와 한계는 측정합니다.',
  askSecond: '다른 서버의 주소(Enter: 지금 서버로 계속)',
  notAnswer: (said) => `"${said}"에 해당하는 번호가 없고, 주소도 아닙니다.`,
  alreadyNamed: '이미 목록에 있는 서버입니다.',
  checking: (url) => `${url} 서버를 확인하는 중입니다 ...`,
  noServer: '측정할 수 없는 서버입니다.',
  tryLabel: '해결: ',
  takeWhatElse: '하나 이상 고르세요.',
  simulated: '시뮬레이션',
  askThoroughness: '얼마나 자세히 측정할까요?',
  thoroughness: (kind, time) =>
    ({
      quick: `빠르게: 1회, ${time}. 대략적인 수치를 봅니다`,
      usual: `보통: 3회 반복, ${time}. 실제 차이와 측정 오차를 구분합니다`,
      thorough: `자세히: 5회 반복, ${time}. 작은 차이도 찾습니다`,
    })[kind],
  askLanguages: '보고서를 어떤 언어로 쓸까요?',
  askName: '비교의 이름',
  nameProblem: '글자, 숫자, 점, 붙임표, 공백으로 된 이름을 입력하세요.',
  askFile: '계획 파일',
  fileExists: (path) => `${withParticle(path, '은/는')} 이미 있습니다. 덮어쓰지 않습니다.`,
  fileFolderMissing: (path) => `${path} 파일을 둘 폴더가 없습니다.`,
  willDo: '이렇게 측정합니다.',
  targets: (names) => `서버    ${names}`,
  stages: (stages, suites, repeats) =>
    `부하    ${stages}단계: ${suites}${repeats === 1 ? '' : `. 서버를 번갈아 가며 ${repeats}회씩`}`,
  time: (time) => `시간    ${time}`,
  report: (languages) => `보고서  ${languages}(Markdown과 웹 페이지)`,
  askStart: '계획 파일을 쓸까요?',
  startNow: '쓰고 바로 측정 시작',
  writeOnly: '쓰기만 하고 측정은 나중에',
  leave: '쓰지 않고 끝내기',
  left: '아무것도 쓰지 않았습니다.',
  written: (path) => `계획을 ${path}에 썼습니다. 무엇을 바꿀 수 있는지 줄마다 설명이 있습니다.`,
  startingNow: '측정을 시작합니다. Ctrl-C를 누르면 그때까지 측정한 내용을 남기고 끝냅니다.',
  thenRun: '다음 명령으로 측정하세요.',
  whatComes:
    '진행 상황과 결과 표를 보여 주고, out/ 아래 폴더에 결과 파일과 보고서를 씁니다. 모든 수치에는 얼마나 믿을 수 있는지도 함께 표시됩니다.',
  oneNumber: (most) => `1부터 ${most} 사이의 번호를 하나 입력하세요.`,
  numbers: (most) => `1부터 ${most} 사이의 번호를 입력하세요.`,
  minutes: (minutes) =>
    minutes < 1 ? '1분 이내' : minutes < 60 ? `약 ${minutes}분` : `약 ${hours(minutes)}시간`,
  inputEnded: '질문에 다 답하기 전에 입력이 끝났습니다. 아무것도 쓰지 않았습니다',
  suites: { singleUser: '단일 사용자', concurrency: '동시 사용자', languages: '언어별' },
  plan: {
    run: '실행:',
    dryRun: '무엇을 하는지 미리 보기:',
    targets: '측정할 서버. url을 적어 더 추가할 수 있으며, 여기 적은 이름이 표와 차트에 나옵니다.',
    someServer: '서버',
    singleUser: '한 번에 한 사용자: 응답 하나가 얼마나 빠른가?',
    concurrency: '각자 응답을 기다리는 여러 사용자: 모두 합쳐 얼마나 처리하는가?',
    concurrencyLengths: '길이를 무작위로 뽑을 수도 있습니다. inputTokens: "normal:200,50".',
    languages: '같은 과제를 여러 언어로. 응답의 품질도 살펴봅니다.',
    rate: '서버가 따라오든 못 따라오든 들어오는 요청. 실제 사용자가 겪는 대기 시간을 보려면 주석을 푸세요.',
    repeats: {
      quick: '1회 측정은 대략적인 수치를 보여 주지만 얼마나 흔들리는지는 알 수 없습니다.',
      usual: '서버를 번갈아 가며 세 번 반복해야 실제 차이와 측정 오차를 구분할 수 있습니다.',
      thorough: '다섯 번 반복하면 작은 차이도 찾고, 부하마다 1분이면 p99에 쓸 표본이 모입니다.',
    },
    order: '두 단계 사이에 쉬면 서버가 안정됩니다.',
    thresholds: '지켜야 하는 기준. 지키지 못하면 종료 코드가 4입니다.',
    report: '언어: en, ko, zh.',
  },
};

const hours = (minutes: number): string => (minutes / 60).toFixed(1);
