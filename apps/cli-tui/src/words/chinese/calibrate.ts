import type { CalibrateWords } from '../calibrate-words.ts';

export const calibrate: CalibrateWords = {
  users: (count) => `标定中：${count} 个用户`,
  onceMore: (count, why) => `标定中：再测一次 ${count} 个用户（${why}）`,
  otherPrograms: '标定中：别的程序占用了 CPU 核心，到此结束',
  noMoreUsers: (reason) => `标定中：不能再增加用户（${reason}）`,
  shortAnswers: '标定中：短回答',
  columns: {
    ofCeiling: '占上限',
    users: '用户',
    offered: '提供/s',
    read: '读取/s',
    ttftMean: 'TTFT 均值',
    gapP50: '间隔 p50',
    gapP99: '间隔 p99',
    lastEvent: '最后事件',
    workerCpu: '线程 CPU',
  },
  twice: (faults) => `两次：${faults}`,
  carriedNone: '本机没有一级负载能准确测量：它太忙或太慢。',
  reads: (eventsPerSecond, isLeast) =>
    `本机每秒${isLeast ? '至少' : ''}能准确读取 ${eventsPerSecond} 个事件。`,
  fourTokenAnswers: (perSecond) => `四个 token 的回答：每秒 ${perSecond} 个请求。`,
  explanation:
    '表中时间是本客户端在模拟服务器时间之上增加的部分；模拟服务器与它共用核心，\n' +
    '因此测量其他主机上的服务器时上限更高。',
  keptIn: (path) => `保存在 ${path}`,
  hidden: '别的程序占用了本机的核心，没有找到上限，也没有保存任何内容',
  hiddenHint: '等它们结束后再运行一次',
  noLevel: '本机没有一级负载能准确测量，因此没有保存任何内容',
  noLevelHint: '每级负载缺少什么见表格；kneepoint bench 仍会指出客户端在哪里来不及',
};
