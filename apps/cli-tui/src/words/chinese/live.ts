import { assertNever } from '@kneepoint/core';
import type {
  LiveActionWords,
  LiveFigureWords,
  LiveStateWords,
  LiveWords,
  WrittenDoubt,
} from '../live-words.ts';

const state: LiveStateWords = {
  stage: (position, total) => (total === null ? `第 ${position} 阶段` : `阶段 ${position}/${total}`),
  ended: (count, total) => (total === null ? `已完成 ${count} 个阶段` : `已完成 ${count}/${total} 个阶段`),
  elapsed: (clock) => `已用 ${clock}`,
  left: (duration) => `约剩 ${duration}`,
  preparing: '准备中',
  between: '准备下一阶段',
  held: (waits) => (waits ? '已在两个阶段之间暂停，按 p 继续' : '本阶段结束后暂停，按 p 取消'),
  draining: (inFlight) => `正在等待 ${inFlight} 个进行中的请求，随后写入结果；再按 q 立即停止`,
  cutting: '正在立即停止，已测得的数据会保留',
  disconnected: (reason) => `与 agent 的连接已断开（${reason}）。任务仍在运行，正在重连。`,
};

const figures: LiveFigureWords = {
  inFlight: (now, planned) => `进行中 ${now}${planned === null ? '' : `/${planned}`}`,
  done: (count) => `完成 ${count}`,
  failed: (count) => `失败 ${count}`,
  perSecond: (rate) => `${rate} 请求/s`,
  left: (clock) => `剩余 ${clock}`,
  ttft: '首 token 时间（TTFT）',
  tokenGap: 'token 间隔',
  samples: (count) => `样本 ${count}`,
  running: '运行中',
  waiting: '排队',
  kvUse: 'KV 缓存',
  memory: '显存',
  utilization: '利用率',
  power: '功耗',
  temperature: '温度',
  level: '负载',
  inputTokens: (count) => `输入 ${count} token`,
  repeat: (repeat, repeats) => `重复 ${repeat}/${repeats}`,
  users: '并发用户',
  requestRate: '请求/s',
  invalidPoints: '小写字母：无效',
};

function doubt({ code, value, limit }: WrittenDoubt): string {
  switch (code) {
    case 'client-busy':
      return `瓶颈在本机：负载线程占用单核 ${value}（上限 ${limit}）`;
    case 'start-lag':
      return `请求发出偏晚：p99 延迟 ${value}（上限 ${limit}）`;
    case 'dropped':
      return `达到并发上限，丢弃了 ${value} 的到达请求（上限 ${limit}）`;
    case 'late':
      return `达到并发上限，${value} 的请求延迟发出（上限 ${limit}）`;
    case 'errors':
      return `${value} 的请求失败（上限 ${limit}）`;
    case 'few-samples':
      return `样本不足：需要 ${limit} 个响应，现有 ${value} 个`;
    default:
      return assertNever(code);
  }
}

const actions: LiveActionWords = {
  short: {
    help: '帮助',
    next: '总览',
    enlarge: '放大',
    scroll: '滚动',
    window: '窗口',
    pause: '暂停',
    skip: '跳过',
    stop: '停止',
    cut: '立即停止',
  },
  long: {
    help: '显示这些按键',
    next: '下一个面板（shift-tab 上一个，esc 回到全部）',
    enlarge: '把面板放大到全屏，或还原',
    scroll: '在面板内滚动',
    window: '统计窗口：加长、缩短、整个阶段',
    pause: '本阶段结束后暂停，或继续',
    skip: '结束本阶段，已测得的数据作为部分结果保留',
    stop: '停止：等待进行中的请求结束并写入结果',
    cut: '立即停止，仍会写入结果',
  },
  skipped: '正在结束本阶段，已测得的数据作为部分结果保留',
  holding: '本阶段结束后暂停',
  released: '继续运行',
};

export const live: LiveWords = {
  trust: { valid: '有效', suspect: '存疑', invalid: '无效', 'too-early': '尚无法判断' },
  keys: '按键',
  closeHelp: '按任意键关闭',
  tooSmall: ({ columns, rows, now }) =>
    `终端太小：${now.columns}x${now.rows}，至少需要 ${columns}x${rows}。任务仍在继续。`,
  panels: {
    plan: '计划',
    stage: '当前阶段',
    latency: '延迟',
    trust: '可信度',
    errors: '错误',
    server: '服务器',
    gpus: 'GPU',
    log: '日志',
    chart: '扩展性',
  },
  empty: {
    plan: '尚不知道有哪些阶段。',
    stage: '没有正在运行的阶段。',
    latency: '此窗口内还没有响应。',
    trust: '阶段运行时给出判断。',
    errors: '没有失败的请求。',
    server: '该服务器没有可供读取的指标。',
    gpus: '未监测 GPU；由 GPU 主机上的 agent 监测。',
    log: '暂无记录。',
    chart: '每完成一级负载，图上就多一个点。',
  },
  state,
  phases: { warmup: '预热中', measuring: '测量中', draining: '等待最后的响应' },
  figures,
  window: (window) => (window === null ? '整个阶段' : `最近 ${window} 秒`),
  doubt,
  noDoubts: '目前没有发现可疑之处。',
  errors: {
    connect: '无法连接',
    timeout: '超时',
    'http-status': 'HTTP 状态码',
    protocol: '响应损坏',
    'in-stream': '流内错误',
    empty: '空响应',
  },
  actions,
};
