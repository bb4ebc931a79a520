import type { TargetTrouble } from '@kneepoint/core';
import { withParticle } from '@kneepoint/report';
import type { HelpWords } from '../error-words.ts';

const askIt = (url: string): string =>
  url.startsWith('unix:') ? `ls -l ${url.slice(5)}` : `curl -i ${url}/v1/models`;

export const targetHelp: HelpWords<TargetTrouble['kind']> = {
  'connection-refused': ({ url, isSocket }) => ({
    what: `${url} 서버에 연결할 수 없습니다. ${isSocket ? '소켓 파일은 있지만 그 소켓을 여는 프로그램이 없습니다' : '그 포트에서 실행 중인 서버가 없습니다'}(ECONNREFUSED)`,
    why: '서버가 시작되지 않았거나, 아직 모델을 로딩 중이거나, 종료되었거나, 다른 포트에서 실행 중입니다',
    tries: [
      '서버가 실행 중인지, 호스트와 포트가 맞는지 확인하세요',
      '이 호스트의 서버를 찾아보려면 kneepoint init을 실행하세요',
    ],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  'connection-forbidden': ({ url, isSocket }) => ({
    what: `${url} 서버에 연결할 수 없습니다. 이 사용자에게 연결 권한이 없습니다(EACCES)`,
    why: isSocket ? '소켓이나 그 폴더의 소유자가 다른 사용자입니다' : '이 호스트의 방화벽이 연결을 막습니다',
    tries: [isSocket ? '소켓과 그 폴더의 권한을 확인하세요' : '방화벽 규칙을 확인하세요'],
    commands: [askIt(url)],
  }),
  'host-unknown': ({ host }) => ({
    what: `"${host}"의 주소를 찾을 수 없습니다`,
    why: '이름에 오타가 있거나, 다른 네트워크에서만 쓰는 이름이거나, 이 호스트에 DNS 서버가 설정되어 있지 않습니다',
    tries: ['철자를 확인하거나 IP 주소를 입력하세요'],
    commands: [`getent hosts ${host}`],
  }),
  'certificate-untrusted': ({ url, code }) => ({
    what: `${url} 서버의 인증서를 신뢰할 수 없습니다(${code})`,
    why: '자체 서명 인증서이거나 사내 인증 기관이 발급한 인증서입니다',
    tries: [
      '서버나 인증 기관의 인증서를 --ca FILE로 지정하세요',
      '또는 --insecure로 인증서 검사를 끄세요. 검사하지 않았다는 사실이 결과에 남습니다',
    ],
    commands: [`kneepoint bench ${url} --ca FILE`],
  }),
  'certificate-outdated': ({ url, isExpired }) => ({
    what: isExpired
      ? `${url} 서버의 인증서가 만료되었습니다`
      : `${url} 서버의 인증서가 아직 유효 기간 전입니다`,
    why: '인증서를 갱신하지 않았거나 이 호스트의 시계가 맞지 않습니다',
    tries: ['이 호스트의 시계를 확인하고 인증서를 갱신하세요', '또는 --insecure로 인증서 검사를 끄세요'],
    commands: ['date'],
  }),
  'certificate-misnamed': ({ url }) => ({
    what: `${url} 서버의 인증서는 다른 이름으로 발급되었습니다`,
    why: '입력한 주소와 인증서에 적힌 이름이 다릅니다',
    tries: ['인증서에 적힌 이름으로 접속하세요', '또는 --insecure로 인증서 검사를 끄세요'],
    commands: [`curl -vI ${url}`],
  }),
  'tls-missing': ({ url, code }) => ({
    what: `${url} 서버와 TLS로 통신할 수 없습니다(${code})`,
    why: 'TLS를 쓰지 않는 서버이거나 TLS 버전이 너무 오래되었습니다',
    tries: [`일반 HTTP 서버라면 ${withParticle(plain(url), '으로/로')} 입력하세요`],
    commands: [`kneepoint bench ${plain(url)}`],
  }),
  'no-answer': ({ url, seconds }) => ({
    what: `${url} 서버가 연결은 받지만 ${seconds}초 안에 응답하지 않습니다`,
    why: '아직 로딩 중이거나, 멈췄거나, 너무 바빠서 응답하지 못합니다',
    tries: [
      '호스트와 포트가 맞는지, 서버 로그의 마지막 줄이 무엇인지 확인하세요',
      '느릴 뿐이라면 아래 첫 번째 명령에 응답할 때까지 기다리세요',
    ],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  unreachable: ({ url, reason }) => ({
    what: `${url} 서버에 연결할 수 없습니다(${reason})`,
    why: '호스트가 꺼져 있거나 다른 네트워크에 있거나, 방화벽이 패킷을 버립니다',
    tries: ['서버가 실행 중인지, 호스트와 포트가 맞는지 확인하세요'],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  'key-refused': ({ url, status, withKey }) => ({
    what: `${url} 서버가 /v1/models에 ${withParticle(String(status), '으로/로')} 응답합니다. ${withKey ? 'API 키를 받아들이지 않습니다' : 'API 키가 필요합니다'}`,
    why: withKey
      ? '서버를 시작할 때 정한 키와 다르거나, 이 모델을 쓸 권한이 없는 키입니다'
      : '서버가 키를 요구하도록 시작되었는데(--api-key) 키를 보내지 않았습니다',
    tries: [
      withKey
        ? '환경 변수에 든 키를 확인하세요'
        : '키를 환경 변수에 넣고 그 이름을 --api-key-env로, 계획에서는 apiKeyEnv로 지정하세요',
    ],
    commands: ['export SERVER_KEY=...', `kneepoint bench ${url} --api-key-env SERVER_KEY`],
  }),
  'model-untold': ({ url, isPage }) => ({
    what: `${url} 서버가 어떤 모델을 제공하는지 알려 주지 않습니다${isPage ? '(HTML 페이지로 응답합니다)' : ''}`,
    why: isPage
      ? '추론 서버가 아니라 웹 페이지(채팅 화면, 프록시, 관리 콘솔)의 주소입니다'
      : '/v1/models 경로가 없거나, 추론 서버가 아니거나, API 경로 앞에 다른 경로가 붙습니다',
    tries: [
      isPage
        ? '프로그램이 요청을 보내는 주소를 입력하세요. 포트가 다른 경우가 많습니다'
        : '주소를 확인하거나 --model NAME으로 모델을 지정하세요',
    ],
    commands: [askIt(url), `kneepoint doctor ${url}`],
  }),
  'model-not-served': ({ url, model, served, nearest }) => ({
    what: `${url} 서버에는 "${model}" 모델이 없습니다. 제공하는 모델: ${served.map((name) => `"${name}"`).join(', ')}`,
    why: '이름에 오타가 있거나, 서버가 다른 이름으로 시작되었습니다(--served-model-name)',
    tries: [
      nearest === null
        ? '이 가운데 하나를 --model로 지정하거나 --model을 빼세요'
        : `혹시 --model ${nearest}인가요?`,
    ],
    commands: [],
  }),
};

const plain = (url: string): string => url.replace(/^https:/, 'http:');
