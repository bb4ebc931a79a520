import type { ProgressWords } from '../progress-words.ts';

export const progress: ProgressWords = {
  warmingUp: '预热中',
  secondsLeft: (seconds, isPlanned) => `${isPlanned ? '' : '约'}剩 ${seconds} 秒`,
  sent: (sent, total) => `已发送 ${sent}/${total}`,
  waitingFor: (answers) => `等待 ${answers} 个回答`,
  done: (completed) => `完成 ${completed}`,
  failed: (count) => `失败 ${count}`,
  note: (text) => `提示：${text}`,
  target: ({ name, isSimulated, engine, model, api, url }) =>
    `${name}：${engine}${isSimulated ? '（模拟）' : ''}，模型 ${model}，${api}，${url}`,
  held: '在下一阶段之前等待',
  released: '继续运行',
  connectionLost: '与 agent 的连接已断开，正在重试',
  draining: '正在中断：不再发送新请求，等待进行中的请求（再按一次 Ctrl-C 立即停止）',
  cutting: '立即停止；已测得的内容会保留',
};
