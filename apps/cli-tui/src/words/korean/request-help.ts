import { withParticle } from '@kneepoint/report';
import type { RequestTrouble } from '../../explain/trouble.ts';
import type { HelpWords } from '../error-words.ts';

export const requestHelp: HelpWords<RequestTrouble['kind']> = {
  'context-too-long': () => ({
    what: '프롬프트와 응답을 합친 길이가 모델의 컨텍스트보다 깁니다',
    why: '서버가 이 요청에 필요한 길이보다 짧은 컨텍스트로 시작되었습니다(--max-model-len, --context-length)',
    tries: [
      '길이를 줄이세요. --input-tokens나 --output-tokens를, 계획에서는 inputTokens를 작게 하세요',
      '또는 GPU 메모리가 허락하면 서버를 더 긴 컨텍스트로 시작하세요',
    ],
    commands: [],
  }),
  'model-refused': () => ({
    what: '서버가 요청한 모델을 모릅니다',
    why: '서버를 시작할 때 정한 이름(--served-model-name)과 다릅니다',
    tries: ['--model을 빼서 서버가 알려 주는 이름을 쓰거나, /v1/models에 나오는 대로 쓰세요'],
    commands: [],
  }),
  'route-missing': () => ({
    what: '서버에 이 API 경로가 없습니다',
    why: '서버의 API 형식이 다르거나, API 경로 앞에 다른 경로가 붙습니다',
    tries: [
      'API 형식을 고르세요. --api openai-completions, --api sglang-generate(전체 목록은 kneepoint bench --help)',
      'API 앞에 경로가 붙으면 주소에 함께 쓰세요. http://HOST:PORT/PATH',
    ],
    commands: [],
  }),
  'request-unauthorized': ({ status }) => ({
    what: `서버가 키를 거부합니다(${status})`,
    why: '요청에 키가 필요하거나, 보낸 키에 이 모델을 쓸 권한이 없습니다',
    tries: ['키를 환경 변수에 넣고 그 이름을 --api-key-env NAME으로 지정하세요'],
    commands: ['export SERVER_KEY=...'],
  }),
  'not-ready': () => ({
    what: '서버가 준비되지 않았습니다(503)',
    why: '모델을 아직 로딩 중이거나, 지금은 요청을 더 받지 않습니다',
    tries: [
      'health 경로가 200으로 응답할 때까지 기다린 뒤 다시 실행하세요',
      '큰 모델은 몇 분이 걸립니다. 서버 로그에서 진행 상황을 볼 수 있습니다',
    ],
    commands: [],
  }),
  'rate-limited': () => ({
    what: '서버가 지금은 요청을 더 받지 않습니다(429)',
    why: '서버나 그 앞의 프록시가 일정 시간의 요청 수나 토큰 수를 제한합니다',
    tries: [
      '제한을 풀고 측정하거나, 사용자 수나 --rate를 낮추세요. 이대로는 서버가 아니라 제한을 측정합니다',
    ],
    commands: [],
  }),
  'gpu-memory': () => ({
    what: '서버의 GPU 메모리가 부족합니다',
    why: '가중치, KV 캐시, 처리 중인 요청에 필요한 메모리가 GPU 메모리보다 큽니다',
    tries: [
      '컨텍스트를 줄이거나 동시에 처리하는 시퀀스 수를 줄여 서버를 시작하세요(--max-model-len, --max-num-seqs)',
      '다른 프로그램이 GPU 메모리를 쓰고 있지 않은지 확인하세요',
    ],
    commands: ['nvidia-smi'],
  }),
  'request-refused': ({ status }) => ({
    what: `서버가 요청을 거부합니다(${status})`,
    why: '요청에 이 서버가 받지 않는 항목이나 값이 있습니다',
    tries: [
      '서버의 메시지를 읽고 --body나 길이를 그에 맞게 바꾸세요',
      '다른 API 형식이 맞을 수 있습니다. --api의 목록은 kneepoint bench --help에 있습니다',
    ],
    commands: [],
  }),
  'server-failed': ({ status }) => ({
    what: `서버가 요청을 처리하지 못했습니다(${status})`,
    why: '서버의 오류이거나 프록시 뒤의 오류입니다. 원인은 서버 로그에 있습니다',
    tries: ['측정한 시각의 서버 로그를 확인하세요', '요청 하나만 보내 보세요. --users 1 --requests 1'],
    commands: [],
  }),
  'page-answered': () => ({
    what: '추론 서버 대신 웹 페이지가 응답합니다',
    why: '채팅 화면, 프록시, 로그인 페이지의 주소입니다',
    tries: ['프로그램이 요청을 보내는 주소를 입력하세요. 포트가 다른 경우가 많습니다'],
    commands: [],
  }),
  'answers-late': () => ({
    what: '응답이 제시간에 오지 않았습니다',
    why: '서버가 멈췄거나, 부하가 커서 응답이 요청 하나에 허용된 시간(--timeout)보다 오래 걸립니다',
    tries: ['사용자 수를 줄여 보세요', '시간을 늘리세요. --timeout 10m, 계획에서는 timeout'],
    commands: [],
  }),
  'connection-lost': () => ({
    what: '서버와의 연결에 실패했거나 연결이 끊어졌습니다',
    why: '서버가 종료되거나 다시 시작되었거나, 중간의 무언가가 연결을 닫습니다',
    tries: ['서버가 아직 실행 중인지, 로그의 마지막 줄이 무엇인지 확인하세요'],
    commands: [],
  }),
  'answers-empty': () => ({
    what: '토큰이 하나도 없는 응답이 왔습니다',
    why: '모델이 응답을 곧바로 끝내거나, 서버가 알려지지 않은 형식으로 텍스트를 보냅니다',
    tries: [
      '직접 요청을 하나 보내 응답을 살펴보세요',
      `다른 API 형식이 맞을 수 있습니다. ${withParticle('--api openai-completions', '을/를')} 써 보세요`,
    ],
    commands: [],
  }),
  'stream-broken': () => ({
    what: '스트림 도중에 오류가 나서 응답이 끊겼습니다',
    why: '서버가 요청을 받은 뒤 응답하는 도중에 실패했습니다',
    tries: ['서버의 메시지와 그 시각의 서버 로그를 확인하세요'],
    commands: [],
  }),
};
