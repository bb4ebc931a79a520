import type {
  AbsentWords,
  AppendixWords,
  DeploymentWords,
  FactWords,
  PerformanceWords,
} from '../document-words.ts';
import { createFormats } from '../formats.ts';
import { chineseList } from './phrases.ts';

const formats = createFormats('zh');

/** Facts of the environment in Chinese. */
export const chineseFacts: FactWords = {
  system: '硬件与系统',
  run: '本次测量',
  engines: '引擎',
  gpuCount: (count, name) => (count === 1 ? name : `${formats.count(count)} × ${name}`),
  gpuMemory: '显存',
  computeCapability: '计算能力',
  driver: '驱动',
  cuda: 'CUDA',
  containerEngine: '容器引擎',
  python: 'Python',
  limits: '进程的资源限制',
  limitsText: (cores, bytes) =>
    [
      ...(cores === null ? [] : [`${formats.requests(cores)} 核`]),
      ...(bytes === null ? [] : [`内存 ${formats.bytes(bytes)}`]),
    ].join('，'),
  revision: '修订版',
  precision: '精度',
  quantization: '量化',
  notQuantized: '无',
  parameters: '参数量',
  parametersText: (count) => `${formats.rateNumber(count / 1e9)}B`,
  weights: '权重大小',
  packages: '软件',
  loadFrom: '负载来源',
  sameHost: '与服务器同一台主机',
  otherHost: (host) => `${host ?? '另一台主机'}（经网络）`,
  imported: (tool, version, files) =>
    `这些数值并非由 Kneepoint 测得，而是取自${tool === null ? '一份文档' : ` ${[tool, version].filter((part) => part !== null).join(' ')}`}${files.length === 0 ? '' : `（${files.join('、')}）`}。来源没有说明的，这里同样未知。`,
  combined: (results) =>
    `由多份结果合并而成，各自的测量时间不同：${results.map(({ name, instant }) => `${name}（${instant}）`).join('、')}。`,
  differing: (values) => `各结果不同：${values.join(' / ')}`,
  declared: '照录来源所述，未在实机上核实。',
  declaredTable: '本表数值均为声明值，照录来源所述。',
  importedOn: (instant) => `导入于 ${instant}`,
  unknownFacts: (facts, reason) => `未知：${facts.join('、')}${reason === '' ? '' : `（${reason}）`}。`,
  notGiven: (facts) => `来源未说明：${facts.join('、')}。`,
};

/** Deployments in Chinese. */
export const chineseDeployment: DeploymentWords = {
  heading: '部署配置',
  alreadyRan: (targets) => `${chineseList(targets)} 在测量前已经运行，其启动方式不在本结果中。`,
  notSaid: (targets) => `来源没有说明 ${chineseList(targets)} 的启动方式。`,
  digest: '摘要（digest）',
  localImage: '无：镜像并非来自镜像仓库',
  port: '端口',
  portText: (host, container) => `主机 ${host}，容器 ${container}`,
  folder: '工作目录',
  startedAs: '启动形式',
  asContainer: '容器',
  asProcess: '主机进程',
  argument: '参数',
  remark: '说明',
  argumentRemarks: {
    'no-cuda-graphs': '变通设置：在 CUDA 图会失败的 GPU 上将其关闭，此后每个解码步都要付出内核启动的开销。',
    'attention-backend': '变通设置：默认注意力后端无法运行时手动指定，速度可能较慢。',
    'no-flashinfer': '变通设置：在 FlashInfer 不支持的 GPU 上将其关闭；新版本改用 --attention-backend 指定。',
    'no-custom-all-reduce': '变通设置：在引擎自带的 GPU 间通信会卡住时将其关闭。',
    'no-overlap-schedule': '变通设置：调度不再与 GPU 的计算重叠，每一步都要等待。',
    'no-warm-up': '服务器不做自身预热，最初的请求会较慢。',
    'random-weights': '权重是随机的：速度真实，但响应内容没有意义。',
    'no-prefix-cache': '已关闭前缀缓存，提示词的公共前缀每次都要重新计算。',
  },
  dockerRun: 'docker run 命令：',
  compose: 'Compose 文件：',
  process: 'shell 命令：',
  incomplete: '仅由镜像和参数拼成；GPU、端口、挂载目录和环境变量不在本结果中。',
  asWritten: '来源给出的命令：',
  parity: '对等性检查',
  parityIntro: '以下差异可能使某一方占优。',
  parityNone: '未发现可能使某一方占优的差异。',
  parityUnchecked: (targets) =>
    `模型、版本和负载方面未发现差异。${chineseList(targets)} 的设置不在本结果中，未能比较。`,
  difference: '差异',
  favours: '有利于',
  nobodyKnown: '未知',
};

/** Sections without content in Chinese. */
export const chineseAbsent: AbsentWords = {
  memory: '未测量内存。',
  languages: '未按语言比较。',
  scaling: '没有测量多种并发用户数，无法判断扩展性。',
  performance: '本结果中没有测量速度的阶段。',
};

/** Loads in Chinese. */
export const chinesePerformance: PerformanceWords = {
  limitShare: '占物理极限',
  limitNote: '物理极限是该 GPU 的显存带宽与算力在此用户数下对该模型所允许的最大值。',
  nowhereKnown: (figures, reasons) =>
    `所有条件下均未知：${figures.join('、')}${reasons.length === 0 ? '' : `（${reasons.join('；')}）`}。`,
};

/** The appendix in Chinese. */
export const chineseAppendix: AppendixWords = {
  heading: '附录：快速开始',
  rawHeading: '附录',
  deploy: '部署：',
  ask: '请求一次响应：',
  health: '查看是否就绪：',
  greeting: '你好',
  nativeLimits: 'SGLang 原生的 /generate 要把长度限制写在 sampling_params 里；写在请求体顶层不起作用。',
  raw: '原始结果',
  resultText: (id) => `本文的所有数值都在结果文件 result.json 中（${id}）。`,
  requestsText: (file, count) => `${file} 逐行记录了 ${formats.count(count)} 个请求。`,
};
