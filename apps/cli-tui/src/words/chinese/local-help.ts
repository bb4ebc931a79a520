import type { LocalTrouble } from '../../explain/trouble.ts';
import type { HelpWords } from '../error-words.ts';

export const localHelp: HelpWords<LocalTrouble['kind']> = {
  'plan-invalid': ({ problems }) => ({
    what: `计划文件有 ${problems.length} 处错误；没有进行任何测量`,
    why: null,
    tries: ['按上面的行号修改计划；kneepoint init 会生成一份每项都有说明的计划'],
    commands: [],
  }),
  'file-missing': ({ role, path }) => ({
    what: `没有${fileRoles[role]} ${path}`,
    why: '名称拼写有误，或路径不是相对于当前目录',
    tries: [
      `检查路径${role === 'plan' ? '；新的计划由 kneepoint init 生成' : role === 'policy' ? '；策略示例见 kneepoint agent --help' : ''}`,
    ],
    commands: [`ls -l ${folderOf(path)}`],
  }),
  'file-forbidden': ({ path }) => ({
    what: `当前用户无权读取 ${path}`,
    why: '文件或其目录属于别的用户',
    tries: ['检查权限'],
    commands: [`ls -l ${path}`],
  }),
  'output-exists': () => ({
    what: '要写入的文件已经存在',
    why: '那里可能是之前的结果，因此不会覆盖',
    tries: ['用 --output 换一个名称，或先删除该文件'],
    commands: [],
  }),
  'disk-full': () => ({
    what: '文件无法写入',
    why: '磁盘空间已满',
    tries: ['释放一些空间，或用 --output 换一个目录'],
    commands: ['df -h'],
  }),
  'port-in-use': () => ({
    what: '端口已被占用',
    why: '别的程序已在使用这个端口，也可能是之前启动的同一个程序',
    tries: ['用 --port 换一个端口，或结束占用它的程序'],
    commands: ['ss -ltnp'],
  }),
  'agent-unreachable': () => ({
    what: '代理程序（agent）没有应答',
    why: '那里没有运行 agent、它只接受本机的请求，或中间有防火墙',
    tries: [
      '检查地址，并确认那台主机上正在运行 kneepoint agent',
      '要接受其他主机的请求，必须带令牌启动：kneepoint agent --host 0.0.0.0 --token-env NAME',
    ],
    commands: [],
  }),
  'agent-foreign': () => ({
    what: '在这个地址应答的不是 agent',
    why: '使用这个地址的是别的程序',
    tries: ['检查地址：agent 启动时会给出地址，端口通常是 7321'],
    commands: [],
  }),
  'agent-token': () => ({
    what: 'agent 不接受这个令牌',
    why: 'agent 启动时设定了令牌，而本命令没有令牌或令牌不同',
    tries: ['把 agent 的令牌放进环境变量，用 --token-env NAME 指定变量名'],
    commands: ['export AGENT_TOKEN=...'],
  }),
  'policy-refuses': () => ({
    what: 'agent 的策略不允许这份计划所要求的内容',
    why: 'agent 只启动策略文件中列出的镜像、命令、挂载和变量',
    tries: ['请 agent 的管理者放行，或修改计划；策略示例见 kneepoint agent --help'],
    commands: [],
  }),
  'docker-missing': () => ({
    what: '无法使用 Docker',
    why: 'Docker 没有安装、没有运行，或当前用户无权使用',
    tries: ['启动 Docker，或给当前用户授权', '也可以不用 deploy，而是填写正在运行的服务器的 url'],
    commands: ['docker info'],
  }),
  'image-missing': () => ({
    what: '找不到容器镜像',
    why: '镜像名称或标签拼写有误，或镜像仓库需要登录',
    tries: ['检查计划中的名称和标签，并手动拉取镜像'],
    commands: ['docker pull IMAGE'],
  }),
  'gpu-runtime-missing': () => ({
    what: 'Docker 无法把 GPU 提供给容器',
    why: '容器要使用 GPU，需要 NVIDIA container toolkit',
    tries: ['安装 nvidia-container-toolkit，为 Docker 配置后重启 Docker'],
    commands: ['sudo nvidia-ctk runtime configure --runtime=docker', 'sudo systemctl restart docker'],
  }),
  'start-too-slow': () => ({
    what: '服务器没有在规定时间内就绪',
    why: '模型较大、首次下载或磁盘较慢，所需时间超过了允许的时间',
    tries: ['在计划中增大 ready.timeout，并查看服务器日志'],
    commands: [],
  }),
  'no-server-found': () => ({
    what: '在本机的常用端口上没有找到推理服务器',
    why: '服务器没有启动、仍在加载，或监听在别的端口或主机上',
    tries: [
      '指定服务器：kneepoint init --url http://HOST:PORT',
      '没有服务器也可以试用：在两个终端中各启动一个模拟服务器',
    ],
    commands: [
      'kneepoint sim --profile rtx5090-vllm-qwen3-8b --port 8001',
      'kneepoint sim --profile rtx5090-sglang-qwen3-8b --port 8002',
    ],
  }),
};

const folderOf = (path: string): string => path.replace(/\/?[^/]*$/, '') || '.';

const fileRoles = { plan: '计划文件', result: '结果文件', policy: '策略文件', other: '文件' } as const;
