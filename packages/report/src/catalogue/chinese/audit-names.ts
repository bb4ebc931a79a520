import type { AuditEvidence } from '@kneepoint/core';

const metrics: Readonly<Record<string, string>> = {
  startLag: '发起延迟',
  connectTime: '连接时间',
  ttft: '首 token 时间（TTFT）',
  ttftResponse: '从计划到达时刻起的首 token 时间',
  ttfa: '答案首 token 时间',
  timeToFirstText: '首个可见文字时间',
  tpot: '每个输出 token 的时间（TPOT）',
  ntpot: '每个输出 token 的响应时间',
  chunkGap: '事件间隔',
  tokenGap: 'token 间隔（ITL）',
  maxStall: '最长停顿',
  e2e: '响应时间',
  e2eResponse: '从计划到达时刻起的响应时间',
  outputThroughput: '输出吞吐量',
  requestThroughput: '每秒请求数',
  requestSpeed: '请求速度',
  decodeSpeed: '解码速度',
  throughputPerUser: '单用户吞吐量',
  memory: '内存',
  initTime: '启动时间',
};

/** The name of a metric; `e2e.mean` is that of `e2e`, and one that is not known stays as it is. */
export const auditMetric = (metric: string): string => metrics[metric.split('.')[0] ?? metric] ?? metric;

export const identityNames: Record<AuditEvidence<'figures-do-not-follow'>['identity'], string> = {
  'speed-times-time': '回答的 token 数（速度 × 响应时间）',
  'length-times-requests': '输出吞吐量（每秒请求数 × 回答的 token 数）',
  'throughput-per-user': '单用户吞吐量（输出吞吐量 ÷ 用户数）',
  'total-throughput': '总吞吐量（输入 + 输出）',
  'requests-in-flight': '在途请求数（利特尔法则：每秒请求数 × 响应时间）',
  'output-tokens': '输出 token 总数（回答数 × 平均长度）',
};

export const sumNames: Record<AuditEvidence<'counts-do-not-add-up'>['sum'], string> = {
  planned: '“计划 = 发出 + 丢弃”不成立',
  dispatched: '“发出 = 完成 + 失败 + 截断”不成立',
  'completed-in-window': '测量窗口内完成的请求多于整个阶段完成的请求',
  errors: '错误列表的合计与失败请求数不符',
};

export const untoldNames: Record<AuditEvidence<'method-not-told'>['untold'][number], string> = {
  requests: '请求数',
  window: '测量窗口',
  lengths: '回答长度',
  'warm-up': '预热情况',
  client: '压测客户端的状态',
};
