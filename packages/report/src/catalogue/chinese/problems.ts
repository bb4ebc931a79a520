import type { ProblemWords } from '../problem-words.ts';

/** Problems in Chinese. */
export const chineseProblems: ProblemWords = {
  compatibilityHeading: '兼容性',
  compatibilityIntro:
    '以下是已知会在这款 GPU、这个驱动，或这些版本与设置上出现的问题，每一行都注明了判断依据。',
  nothingKnown: '这些 GPU、驱动、版本和设置都不涉及任何已知问题。',
  notChecked: '不清楚服务器所用的 GPU 和设置，因此没有核对已知问题。',
  problem: '问题',
  cause: '原因',
  fix: '解决办法',
  evidence: '依据',
  wholeHost: '主机',
  source: (addresses) => `来源：${addresses.join('、')}`,
  inEnglish: '英文原文',
  works: (target, engine, version) =>
    `${target}（${engine}${version === null ? '' : ` ${version}`}）采用以下配置时没有失败的请求：`,
  troubleshootingHeading: '故障排查',
  seenIntro: '本次运行中实际发生的问题：',
  nothingWentWrong: '本次运行一切正常：所有服务器均成功启动，没有失败的请求。',
  commonIntro: '这类服务器最常遇到的问题：',
  symptom: '现象',
  requestsFailed: (target, errorClass, detail, count) =>
    `${target}：${count} 个请求失败，${errorClass}（${detail}）`,
  errorCause: {
    connect: '服务器没有接受连接，或在应答之前断开了连接。',
    timeout: '在单个请求允许的时间内没有收到完整的应答。',
    'http-status': '服务器拒绝了请求，它给出的原文保存在结果文件中。',
    protocol: '应答不符合 HTTP 或事件流的规则。',
    'in-stream': '服务器在应答中途报告了错误。',
    empty: '应答结束时没有产生任何 token。',
  },
  errorFix: {
    connect: '确认进程仍在运行并监听端口，并查看日志末尾。',
    timeout: '查看正在运行和排队的请求数；降低负载，或用 `timeout` 放宽单个请求的时间。',
    'http-status': '400 多半是长度超出上下文；429 和 503 表示服务器已满。',
    protocol: '去掉中间的代理再测一次；若问题依旧，请把记录下来的应答提交给引擎的开发者。',
    'in-stream': '查看那一时刻的服务器日志，显存不足和被中止的请求都会留下记录。',
    empty: '检查停止词和对话模板：模型可能一开始就结束了自己的回合。',
  },
  checksIntro: '可用来检查的命令：',
  checkGpu: 'GPU、显存以及占用它们的进程',
  checkLog: (target) => `${target} 日志的末尾`,
  checkHealth: (target) => `${target} 是否应答，以及它提供哪个模型`,
  checkDoctor: (target) => `${target} 涉及的已知问题`,
};
