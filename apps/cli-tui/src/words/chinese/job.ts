import type { JobWords } from '../job-words.ts';

export const job: JobWords = {
  title: (name) => `任务 ${name}`,
  keys: {
    pause: '暂停/继续',
    skip: '跳过阶段',
    cancel: '取消任务',
    window: '窗口',
    panel: '面板',
    result: '打开结果',
    leave: '离开（任务继续）',
  },
  leaving: 'q 只离开此画面，任务继续运行',
  connecting: (agent) => `正在查询 ${agent}…`,
  lost: (agent, reason) => `无法连接 ${agent}：${reason}。任务仍在运行，正在重连。`,
  askCancel: '取消这个任务？进行中的请求会先完成，已测得的数据会保留。',
  askCancelNow: '任务已在取消。现在就中断进行中的请求？',
  yesOrNo: 'y 是  n 否',
  asked: {
    cancel: '已请求 agent 取消任务',
    'cancel-now': '已请求 agent 中断进行中的请求',
    hold: '已请求 agent 在下一阶段前等待',
    release: '已请求 agent 继续运行',
    skip: '已请求 agent 结束本阶段',
  },
  refused: (reason) => `agent 未执行：${reason}`,
  ended: { done: '任务已完成', failed: '任务失败', cancelled: '任务已取消' },
  exit: (code) => `退出码 ${code}`,
  openResult: '按 Enter 打开结果',
  noResult: '没有测得数据，因此没有结果',
  cannotFollow: '无法显示此任务',
};
