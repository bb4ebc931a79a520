import type { RequestTrouble } from '../../explain/trouble.ts';
import type { HelpWords } from '../error-words.ts';

export const requestHelp: HelpWords<RequestTrouble['kind']> = {
  'context-too-long': () => ({
    what: '提示词加上回答的长度超过了模型的上下文',
    why: '服务器启动时设定的上下文（--max-model-len、--context-length）比这些请求所需的短',
    tries: [
      '缩短长度：减小 --input-tokens 或 --output-tokens，在计划文件中减小 inputTokens',
      '或在显存允许时，以更长的上下文启动服务器',
    ],
    commands: [],
  }),
  'model-refused': () => ({
    what: '服务器不认识所请求的模型',
    why: '名称与服务器启动时的名称（--served-model-name）不同',
    tries: ['去掉 --model，由服务器自己给出名称，或按 /v1/models 中的写法填写'],
    commands: [],
  }),
  'route-missing': () => ({
    what: '服务器没有这个 API 路由',
    why: '服务器使用别的接口格式，或 API 路径带有前缀',
    tries: [
      '选择接口格式：--api openai-completions、--api sglang-generate（完整列表见 kneepoint bench --help）',
      '如果 API 路径带有前缀，请写进地址：http://HOST:PORT/PATH',
    ],
    commands: [],
  }),
  'request-unauthorized': ({ status }) => ({
    what: `服务器拒绝了密钥（${status}）`,
    why: '请求需要密钥，或所用密钥没有使用该模型的权限',
    tries: ['把密钥放进环境变量，用 --api-key-env NAME 指定变量名'],
    commands: ['export SERVER_KEY=...'],
  }),
  'not-ready': () => ({
    what: '服务器尚未就绪（503）',
    why: '模型仍在加载，或服务器暂时不再接受请求',
    tries: ['等健康检查路由返回 200 后再运行', '大模型需要数分钟；服务器日志会显示进度'],
    commands: [],
  }),
  'rate-limited': () => ({
    what: '服务器暂时不再接受请求（429）',
    why: '服务器或它前面的代理限制了单位时间内的请求数或 token 数',
    tries: ['取消限制后再测，或减少用户数、降低 --rate：否则测到的是限制，而不是服务器'],
    commands: [],
  }),
  'gpu-memory': () => ({
    what: '服务器的显存不足',
    why: '权重、KV 缓存和处理中的请求所需的显存超过了 GPU 的容量',
    tries: [
      '以更短的上下文或更少的并发序列启动服务器（--max-model-len、--max-num-seqs）',
      '确认没有别的程序占用显存',
    ],
    commands: ['nvidia-smi'],
  }),
  'request-refused': ({ status }) => ({
    what: `服务器拒绝了请求（${status}）`,
    why: '请求中有该服务器不接受的字段或取值',
    tries: [
      '阅读服务器的说明，相应修改 --body 或长度',
      '也许应换一种接口格式：--api 的取值见 kneepoint bench --help',
    ],
    commands: [],
  }),
  'server-failed': ({ status }) => ({
    what: `服务器处理请求时出错（${status}）`,
    why: '服务器自身或代理后面的服务出错，原因在服务器日志中',
    tries: ['查看测量期间的服务器日志', '只发一个请求试试：--users 1 --requests 1'],
    commands: [],
  }),
  'page-answered': () => ({
    what: '应答的是网页，而不是推理服务器',
    why: '这是聊天界面、代理或登录页面的地址',
    tries: ['填写程序发送请求所用的地址，端口往往不同'],
    commands: [],
  }),
  'answers-late': () => ({
    what: '回答没有按时到达',
    why: '服务器卡住，或负载过重，回答所需时间超过了单个请求的时限（--timeout）',
    tries: ['减少用户数', '延长时限：--timeout 10m，在计划文件中用 timeout'],
    commands: [],
  }),
  'connection-lost': () => ({
    what: '与服务器的连接失败或中断',
    why: '服务器已退出或重启，或中间的某个环节关闭了连接',
    tries: ['确认服务器仍在运行，并查看其日志的最后几行'],
    commands: [],
  }),
  'answers-empty': () => ({
    what: '收到的回答中没有任何 token',
    why: '模型立即结束了回答，或服务器以未知的形式发送文本',
    tries: ['手动请求一次，查看回答的内容', '也许应换一种接口格式：--api openai-completions'],
    commands: [],
  }),
  'stream-broken': () => ({
    what: '回答在流式传输中出错而中断',
    why: '服务器接受了请求，但在回答过程中失败',
    tries: ['查看服务器给出的说明，以及当时的服务器日志'],
    commands: [],
  }),
};
