import type { Columns, EnvironmentWords, Headings, LevelWords, TerminalWords, Words } from '../catalogue.ts';
import { createFormats } from '../formats.ts';
import {
  chineseInterval,
  chineseList,
  chineseOutcome,
  chinesePlainRatio,
  chineseUsers,
  chineseWhyInconclusive,
} from './phrases.ts';

const formats = createFormats('zh');

export const chineseWords: Words = {
  mean: '平均',
  tooFew: '样本不足',
  unknown: '未知',
  notMeasured: '未测量',
  join: (parts) => parts.join('；'),
  none: '无',
  noSignificantDifference: '无显著差异',
  inconclusive: '无法判定',
  simulated: '模拟',
  figureKind: {
    measured: '实测值',
    derived: '推导值',
    estimated: '估计值',
    declared: '声明值',
    unknown: '未知',
  },
  verdict: { valid: '有效', suspect: '存疑', invalid: '无效' },
  suite: {
    bench: '基准测试',
    'single-user': '单用户',
    concurrency: '并发用户',
    languages: '语言',
    rate: '请求速率',
    arrivals: '到达模式',
    context: '上下文长度',
    capacity: '容量搜索',
    calibrate: '标定',
    audit: '审计',
  },
  promptLanguage: (code) => formats.languageName(code),
  engine: { vllm: 'vLLM', sglang: 'SGLang', other: '其他' },
  errorClass: {
    connect: '连接失败',
    timeout: '超时',
    'http-status': 'HTTP 状态码',
    protocol: '协议错误',
    'in-stream': '流中错误',
    empty: '空响应',
  },
  prompt: '提示词',
  answer: '响应',
};

export const chineseHeadings: Headings = {
  title: (name) => `推理服务器基准测试报告：${name}`,
  subtitle: (targets, models, instant) => `${targets.join('、')} · ${models.join('、')} · ${instant}`,
  colophon: (version, id) => `由 Kneepoint ${version} 根据测量结果 ${id} 生成。`,
  languageSwitch: '报告语言',
  contents: '目录',
  summary: '摘要',
  notToConclude: '不能由此得出的结论',
  environment: '测试环境',
  performance: '性能',
  singleUser: '单用户',
  concurrency: '并发用户',
  rate: '请求速率',
  languages: '多语言生成',
  scaling: '并发扩展性',
  method: '测量方法',
  definitions: '术语定义',
  stages: '全部测量阶段',
  client: '客户端状况',
  reproduce: '复现方法',
};

export const chineseColumns: Columns = {
  item: '项目',
  value: '值',
  target: '目标',
  users: '用户数',
  requestsPerSecond: '请求/s',
  repeat: '轮次',
  suite: '测试类型',
  language: '语言',
  load: '负载',
  counts: '完成 / 失败 / 截断',
  outputThroughput: '输出吞吐量（tok/s）',
  perUser: '单用户（tok/s）',
  ttft: (percentile) => (percentile === '平均' ? '平均 TTFT' : `TTFT ${percentile}`),
  ttftResponse: (percentile) => `自计划时刻的 TTFT ${percentile}`,
  tokenGap: (percentile) => `token 间隔 ${percentile}`,
  chunkGap: (percentile) => `数据块间隔 ${percentile}`,
  responseTime: (percentile) => (percentile === '平均' ? '平均响应时间' : `响应时间 ${percentile}`),
  trust: '可信度',
  window: '测量窗口',
  difference: '差异（95% 置信区间）',
  ofLinear: (target) => `${target}，相对线性扩展`,
  speed: '速度（tok/s）',
  memoryLoaded: '内存（加载后）',
  memoryPeak: '内存（峰值）',
  startUp: '启动时间',
  cpuShare: 'CPU 占用率',
  loopDelay: '事件循环延迟 p99',
  eventsPerRead: '每次读取的事件数',
  eventsPerSecond: '每秒事件数',
  ceiling: '标定上限（事件/s）',
  connections: '新建 / 复用的连接',
  requests: '请求数',
  engine: '引擎',
  version: '版本',
  api: 'API',
  url: '地址',
  model: '模型',
  contextLength: '上下文长度',
};

export const chineseLevels: LevelWords = {
  users: chineseUsers,
  rate: (rate) => `每秒 ${formats.requests(rate)} 个请求`,
  atOnce: (count) => `同时到达 ${formats.count(count)} 个请求`,
  outcome: chineseOutcome,
  singleUserIntro: '每次只发一个请求。速度是输出 token 数除以该请求的响应时间，其中包含首 token 时间。',
  concurrencyIntro: (targetCount) =>
    targetCount > 1
      ? '每个用户收完响应后立即发出下一个请求。差异一列是输出吞吐量之比。'
      : '每个用户收完响应后立即发出下一个请求。',
  rateIntro: '无论响应快慢，请求都按设定的速率到达。首 token 时间和响应时间从计划到达时刻算起。',
  languagesIntro: '负载相同，只改变提示词的语言。',
  invalidNote: '标为无效的数值仅供参考，不参与任何比较。',
  unknownNote: (columns, targets, reason) =>
    `${chineseList(targets)} 的${columns.map((column) => (/^[a-z]/i.test(column) ? ` ${column}` : column)).join('、')}：未知${reason === '' ? '' : `（${reason}）`}。`,
  chunkGapNote: (mark, targets, reason) =>
    `${mark} ${chineseList(targets)} 的 token 间隔未知${reason === '' ? '' : `（${reason}）`}，此处为数据块间隔。`,
  named: (target, text) => `${target}：${text}`,
  inLanguage: (language, level) => `${language}（${level}）`,
  excerptTitle: (language, target) => `${language}，${target}`,
};

export const chineseEnvironment: EnvironmentWords = {
  host: '主机',
  operatingSystem: '操作系统',
  kernel: '内核',
  processor: '处理器',
  cores: (model, cores) => `${model}，${formats.count(cores)} 核`,
  memory: '内存',
  gpu: 'GPU',
  tool: 'Kneepoint',
  toolText: (version, commit, node) => `${version}${commit === null ? '' : `（${commit}）`}，Node.js ${node}`,
  date: '测量时间',
};

const prefix = (target: string | null): string => (target === null ? '' : `${target}，`);

export const chineseTerminal: TerminalWords = {
  singleUser: (target, ttft, speed) => {
    const first = ttft === null ? '' : `首 token ${formats.briefDuration(ttft)}，之后 `;
    return `${prefix(target)}1 个用户：${first}${formats.briefRate(speed)}。`;
  },
  together: (target, users, rate, perUser) =>
    `${prefix(target)}${chineseUsers(users)}：合计 ${formats.briefRate(rate)}，单用户 ${formats.briefRateNumber(perUser)}。`,
  atRate: (target, rate, ttft) => {
    const first =
      ttft === null
        ? '首 token 时间样本不足'
        : `自计划时刻的首 token 时间 ${formats.briefDuration(ttft)}（p50）`;
    return `${prefix(target)}每秒 ${formats.requests(rate)} 个请求：${first}。`;
  },
  ratio: (users, outcome, rates) => {
    const start = `${chineseUsers(users)}：${rates.map(({ target, value }) => `${target} ${formats.briefRate(value)}`).join('，')}`;
    switch (outcome.kind) {
      case 'won':
        return `${start}；${outcome.winner} 为 ${formats.ratio(outcome.factor)} 倍（95% 置信区间 ${chineseInterval(outcome.low, outcome.high)}）。`;
      case 'no-difference':
        return `${start}；无显著差异。`;
      case 'inconclusive':
        return `${start}；${outcome.ratio === null ? '' : `${chinesePlainRatio(outcome.ratio)}，但`}无法判定优劣${chineseWhyInconclusive(outcome.why)}。`;
      case 'one-value':
      case 'not-compared':
        return `${start}。`;
    }
  },
  allValid: '所有阶段均有效。',
  trustCounts: (suspect, invalid, total) =>
    `共 ${formats.count(total)} 个阶段，其中${[
      ...(invalid > 0 ? [`无效 ${formats.count(invalid)} 个`] : []),
      ...(suspect > 0 ? [`存疑 ${formats.count(suspect)} 个`] : []),
    ].join('，')}。`,
  noStages: '没有测得任何数据。',
  columns: {
    target: '目标',
    users: '用户',
    rate: '请求/s',
    counts: '完成/失败/截断',
    throughput: 'tok/s',
    perUser: '单用户',
    ttft: 'TTFT p50/p99',
    ttftResponse: 'TTFT* p50/p99',
    tokenGap: 'token 间隔 p50/p99',
    chunkGap: '数据块间隔 p50/p99',
    mixedGap: (mark) => `token 间隔 p50/p99（${mark}数据块间隔）`,
    responseTime: '响应时间 p50',
    trust: '可信度',
  },
};
