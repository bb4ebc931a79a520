import type { HomeWords } from '../home-words.ts';

export const home: HomeWords = {
  title: 'Kneepoint',
  panels: { agents: 'Agent', jobs: '任务', results: '最近的结果' },
  keys: {
    open: '打开',
    move: '移动',
    section: '下一面板',
    history: '全部结果',
    reread: '重新查询',
  },
  columns: {
    state: '状态',
    job: '计划',
    agent: 'agent',
    stages: '阶段',
    since: '时间',
    result: '结果',
    targets: '目标',
    best: '最高 tok/s',
    trust: '可信度',
  },
  thisHost: '本机',
  asking: '正在查询…',
  version: (version) => `版本 ${version}`,
  jobs: ({ running, waiting }) =>
    running + waiting === 0
      ? '空闲'
      : [running === 0 ? [] : [`${running} 个运行中`], waiting === 0 ? [] : [`${waiting} 个排队`]]
          .flat()
          .join('，'),
  silent: (reason) => `无响应：${reason}`,
  noAnswer: (seconds) => `${seconds} 秒内没有收到回答`,
  noneHere: '本机没有运行 agent（用 kneepoint agent 启动）',
  states: {
    queued: '排队中',
    deploying: '部署中',
    ready: '服务就绪',
    measuring: '测量中',
    draining: '收尾中',
    'tearing-down': '清理服务',
    done: '已完成',
    failed: '失败',
    cancelled: '已取消',
  },
  held: '已暂停',
  lasts: (duration) => `已 ${duration}`,
  ago: (duration) => `${duration}前`,
  noJobs: '没有任务。交给 agent 运行：kneepoint compare PLAN --agent URL',
  noResults: '还没有保存的结果。可以先试试：kneepoint quickstart',
  readingResults: '正在读取…',
  resultsFailed: (reason) => `无法读取历史记录：${reason}`,
};
