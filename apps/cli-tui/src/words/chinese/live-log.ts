import type { EndedStage } from '@kneepoint/core';
import type { LiveLogWords } from '../live-log-words.ts';
import { live } from './live.ts';

export const liveLog: LiveLogWords = {
  simulated: '模拟',
  deployment: {
    starting: '正在启动服务',
    ready: '服务已就绪',
    failed: '服务未能启动',
    stopped: '服务已停止',
    kept: '服务保持运行',
  },
  users: (count) => `${count} 个用户`,
  arrivals: {
    rate: (perSecond) => `每秒 ${perSecond} 个请求`,
    bursts: (perSecond, burstiness) => `每秒 ${perSecond} 个请求（突发系数 ${burstiness}）`,
    ramp: (from, to) => `每秒 ${from} 到 ${to} 个请求`,
    trace: (source) => `轨迹 ${source}`,
    atOnce: (count) => `同时 ${count} 个请求`,
  },
  repeat: (repeat) => `第 ${repeat} 轮`,
  stageStarted: (stage) => `开始：${stage}`,
  stageEnded: (stage, ended) => `${status(ended)}：${[stage, ...figures(ended)].join('，')}${reason(ended)}`,
  held: '将在下一阶段之前等待',
  released: '继续运行',
  draining: '正在结束：不再发出新请求，等待进行中的请求（再按一次立即中断）',
  cutting: '立即结束，已测得的内容会保留',
  skipped: '结束本阶段，已测得的内容作为部分结果保留',
  connectionLost: (reason) => `与代理的连接已断开（${reason}），正在重试`,
  connectionBack: '已重新连接到代理',
  suspended: (seconds) => `程序被挂起 ${seconds} 秒，其间运行的阶段不可信`,
  screenFailed: (reason) => `无法绘制界面（${reason}），运行继续`,
};

const status = (ended: EndedStage): string =>
  ({ completed: '完成', partial: '提前结束', failed: '失败' })[ended.status];

const figures = ({ figures: { outputThroughput }, verdict }: EndedStage): readonly string[] => [
  ...(outputThroughput === null ? [] : [`${Math.round(outputThroughput)} tok/s`]),
  live.trust[verdict],
];

const reason = ({ statusReason }: EndedStage): string => (statusReason === null ? '' : `（${statusReason}）`);
