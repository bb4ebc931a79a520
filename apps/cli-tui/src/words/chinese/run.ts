import type { RunWords } from '../run-words.ts';

export const run: RunWords = {
  note: (text) => `提示：${text}`,
  failed: (count, errorClass, detail, said) =>
    `${count} 个失败：${errorClass}，${detail}${said === '' ? '' : `：${said}`}`,
  files: '文件：',
  result: '结果：',
  keptInFile: (path) => `结果：${path}（生成报告：kneepoint report ${path}）`,
  keptInHistory: (id) => `已存入历史记录；再次查看：kneepoint history show ${id}`,
  next: '接下来可以：',
  nextReport: '用这份结果生成 Markdown 和 HTML 报告',
  nextRead: '阅读报告',
  nextShow: '再次查看这些数据',
  nextBrowse: '在界面中查看本次和以往的结果',
  nextDiff: '与上一次运行对比',
  nextResume: '从中断处继续测量',
  nextDoctor: '检查服务器和本机的问题',
  detached: ({ job, agent }, find) =>
    `${agent} 上的 agent 已收下计划，作业编号 ${job}。无论有没有人查看，它都会在那里运行。\n查看进度、控制作业、阅读结果：\n  ${find}\n`,
  endOfLog: (target) => `${target} 的日志结尾：`,
  known: (title, id) => `已知问题：${title} [${id}]`,
  why: '原因：',
  whatToDo: '办法：',
  simulated: {
    both: '两个目标都是模拟的：本机上的两个程序，按参考报告中 vLLM 和 SGLang 的表现来应答。',
    figures: '这些数据只展示 Kneepoint 的功能，不代表真实硬件的性能。',
  },
  noRuns: '还没有保存任何运行。可以这样开始：kneepoint bench URL',
  aboutFigures: '关于这些数据：',
  historyColumns: {
    id: 'id',
    when: '时间（UTC）',
    name: '名称',
    targets: '目标',
    stages: '阶段',
    best: '最高 tok/s',
    trust: '可信度',
  },
  noData: '无数据',
  bestAt: (tokensPerSecond, load) => `${tokensPerSecond}（${load}）`,
  agent: {
    listening: (url, isLocal) => `agent 正在监听 ${url}${isLocal ? '（仅限本机）' : ''}`,
    recovered: (what) => `发现并停止了遗留的 ${what}`,
    ending: '正在退出：停止已启动的一切',
  },
};
