import type { ResultWords } from '../result-words.ts';

export const result: ResultWords = {
  overview: '概览',
  measured: '测了什么',
  verdict: '结论',
  stages: '各阶段',
  untrusted: '哪些数据不可信，为什么',
  allTrusted: '没有发现可疑之处：所有阶段均有效。',
  judging: '正在判定 ...',
  nothingMeasured: '没有测量任何阶段，因此没有数据。',
  failedTargets: '未能运行的目标',
  extent: ({ stages, targets, failed }) =>
    `${targets} 个目标，${stages} 个阶段。${failed === 0 ? '' : `另有 ${failed} 个目标未能运行。`}`,
  columns: ({ from, to, all, keys }) =>
    `共 ${all} 列，当前第 ${from === to ? from : `${from} 至 ${to}`} 列，按 ${keys} 移动`,
  position: ({ from, to, all }) => `共 ${all} 行，当前 ${from}-${to}`,
  counts: ({ findings, doubts }) =>
    [...(findings === 0 ? [] : [`结论 ${findings} 条`]), ...(doubts === 0 ? [] : [`存疑 ${doubts} 处`])].join(
      '，',
    ),
  searchFor: (text) => `搜索：${text}`,
  found: ({ at, all, text }) => `“${text}”：第 ${at} 处，共 ${all} 处，按 n 和 N 移动`,
  notFound: (text) => `“${text}”：此结果中没有`,
  writing: '正在写入报告 ...',
  written: ({ folder, names }) => `已写入 ${folder}：${names.join('、')}`,
  writeFailed: (reason) => `报告未能写入：${reason}`,
  keys: {
    scroll: '滚动',
    page: '翻页',
    ends: '开头、末尾',
    sideways: '移动宽表的列',
    chapter: '章节',
    number: '按编号选章节，0 为概览',
    search: '搜索',
    next: '下一处、上一处',
    language: '语言',
    write: '写入报告',
  },
  legend: {
    letters: '字母为实测值，连线不是',
    users: '字母旁的数字为用户数',
    percentiles: '大写字母为 p50，小写字母为 p99',
    spread: '竖线为 95 % 置信区间或各次重复的范围',
    fitted: '点状曲线为 USL（通用可扩展性定律）拟合，并非实测',
    crossing: '点状竖线为两个目标的交叉处',
    frontier: '灰色阶梯：两项指标同时达到的实测最好水平',
    invalid: '✗ 为无效',
    load: '下方柱形：处理中的请求数',
    strip: '细线：最小至最大；▒ p10 至 p90；█ p25 至 p75；┃ p50；◆ p99（样本足够时）',
    stripPlain: '- 最小至最大；= p10 至 p90；# p25 至 p75；| p50；* p99（样本足够时）',
    sentence: (parts) => (parts.length === 0 ? '' : `${parts.join('；')}。`),
  },
};
