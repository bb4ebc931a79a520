import { withParticle } from '@kneepoint/report';
import type { LocalTrouble } from '../../explain/trouble.ts';
import type { HelpWords } from '../error-words.ts';

export const localHelp: HelpWords<LocalTrouble['kind']> = {
  'plan-invalid': ({ problems }) => ({
    what: `계획에 잘못된 곳이 ${problems.length}군데 있습니다. 아무것도 측정하지 않았습니다`,
    why: null,
    tries: ['위에 적힌 줄을 고치세요. kneepoint init은 항목마다 설명이 달린 계획을 만들어 줍니다'],
    commands: [],
  }),
  'file-missing': ({ role, path }) => ({
    what: `${path} ${fileRoles[role]} 없습니다`,
    why: '이름에 오타가 있거나, 경로가 지금 폴더를 기준으로 한 것이 아닙니다',
    tries: [
      `경로를 확인하세요${role === 'plan' ? '. 새 계획은 kneepoint init으로 만듭니다' : role === 'policy' ? '. 정책의 예는 kneepoint agent --help에 있습니다' : ''}`,
    ],
    commands: [`ls -l ${folderOf(path)}`],
  }),
  'file-forbidden': ({ path }) => ({
    what: `이 사용자는 ${withParticle(path, '을/를')} 읽을 권한이 없습니다`,
    why: '파일이나 폴더의 소유자가 다른 사용자입니다',
    tries: ['권한을 확인하세요'],
    commands: [`ls -l ${path}`],
  }),
  'output-exists': () => ({
    what: '쓰려는 파일이 이미 있습니다',
    why: '이전 결과일 수 있으므로 덮어쓰지 않습니다',
    tries: ['--output으로 다른 이름을 지정하거나 그 파일을 먼저 지우세요'],
    commands: [],
  }),
  'disk-full': () => ({
    what: '파일을 쓸 수 없습니다',
    why: '디스크에 남은 공간이 없습니다',
    tries: ['공간을 비우거나 --output으로 다른 폴더를 지정하세요'],
    commands: ['df -h'],
  }),
  'port-in-use': () => ({
    what: '포트가 이미 사용 중입니다',
    why: '다른 프로그램이 이 포트를 쓰고 있습니다. 앞서 시작한 같은 프로그램일 수도 있습니다',
    tries: ['--port로 다른 포트를 지정하거나, 그 포트를 쓰는 프로그램을 종료하세요'],
    commands: ['ss -ltnp'],
  }),
  'agent-unreachable': () => ({
    what: '에이전트가 응답하지 않습니다',
    why: '그곳에 에이전트가 없거나, 에이전트가 자기 호스트의 요청만 받거나, 중간에 방화벽이 있습니다',
    tries: [
      '주소를 확인하고, 그 호스트에서 kneepoint agent가 실행 중인지 확인하세요',
      '다른 호스트의 요청을 받으려면 토큰과 함께 시작해야 합니다. kneepoint agent --host 0.0.0.0 --token-env NAME',
    ],
    commands: [],
  }),
  'agent-foreign': () => ({
    what: '이 주소에서 응답하는 것은 에이전트가 아닙니다',
    why: '에이전트가 아닌 다른 프로그램이 이 주소를 쓰고 있습니다',
    tries: ['주소를 확인하세요. 에이전트는 시작할 때 주소를 알려 주며, 포트는 보통 7321입니다'],
    commands: [],
  }),
  'agent-token': () => ({
    what: '에이전트가 토큰을 받아들이지 않습니다',
    why: '에이전트가 토큰과 함께 시작되었는데, 이 명령에는 토큰이 없거나 토큰이 다릅니다',
    tries: ['에이전트의 토큰을 환경 변수에 넣고 그 이름을 --token-env NAME으로 지정하세요'],
    commands: ['export AGENT_TOKEN=...'],
  }),
  'policy-refuses': () => ({
    what: '이 계획이 요구하는 것을 에이전트의 정책이 허용하지 않습니다',
    why: '에이전트는 정책 파일에 적힌 이미지, 명령, 마운트, 변수만 사용합니다',
    tries: [
      '에이전트 관리자에게 허용을 요청하거나 계획을 바꾸세요. 정책의 예는 kneepoint agent --help에 있습니다',
    ],
    commands: [],
  }),
  'docker-missing': () => ({
    what: 'Docker를 사용할 수 없습니다',
    why: 'Docker가 설치되어 있지 않거나, 실행 중이 아니거나, 이 사용자에게 권한이 없습니다',
    tries: [
      'Docker를 시작하거나 이 사용자에게 권한을 주세요',
      '또는 deploy 대신 실행 중인 서버의 url을 쓰세요',
    ],
    commands: ['docker info'],
  }),
  'image-missing': () => ({
    what: '컨테이너 이미지를 찾을 수 없습니다',
    why: '이미지 이름이나 태그에 오타가 있거나, 레지스트리에 로그인해야 합니다',
    tries: ['계획의 이름과 태그를 확인하고 이미지를 직접 받아 보세요'],
    commands: ['docker pull IMAGE'],
  }),
  'gpu-runtime-missing': () => ({
    what: 'Docker가 컨테이너에 GPU를 줄 수 없습니다',
    why: '컨테이너에서 GPU를 쓰려면 NVIDIA container toolkit이 필요합니다',
    tries: ['nvidia-container-toolkit을 설치하고 Docker에 설정한 뒤 Docker를 다시 시작하세요'],
    commands: ['sudo nvidia-ctk runtime configure --runtime=docker', 'sudo systemctl restart docker'],
  }),
  'start-too-slow': () => ({
    what: '서버가 정해진 시간 안에 준비되지 않았습니다',
    why: '큰 모델이거나, 처음 내려받거나, 디스크가 느려서 허용된 시간보다 오래 걸립니다',
    tries: ['계획의 ready.timeout을 늘리고 서버 로그를 확인하세요'],
    commands: [],
  }),
  'no-server-found': () => ({
    what: '이 호스트의 일반적인 포트에서 추론 서버를 찾지 못했습니다',
    why: '서버가 시작되지 않았거나, 로딩 중이거나, 다른 포트나 다른 호스트에 있습니다',
    tries: [
      '서버 주소를 지정하세요. kneepoint init --url http://HOST:PORT',
      '서버 없이 시험해 보려면 시뮬레이션 서버 두 개를 각각 다른 터미널에서 시작하세요',
    ],
    commands: [
      'kneepoint sim --profile rtx5090-vllm-qwen3-8b --port 8001',
      'kneepoint sim --profile rtx5090-sglang-qwen3-8b --port 8002',
    ],
  }),
};

const folderOf = (path: string): string => path.replace(/\/?[^/]*$/, '') || '.';

const fileRoles = {
  plan: '계획 파일이',
  result: '결과 파일이',
  policy: '정책 파일이',
  other: '파일이',
} as const;
