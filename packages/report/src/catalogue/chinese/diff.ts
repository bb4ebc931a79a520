import type { DiffWords } from '../diff-words.ts';

const metrics: Readonly<Record<string, string>> = {
  outputThroughput: '输出吞吐量',
  requestSpeed: '单个回答的速度',
  ttft: '首 token 时间（平均）',
  e2e: '响应时间（平均）',
  tpot: '每个输出 token 的时间（平均）',
  ttftP50: '首 token 时间（p50）',
  ttftP99: '首 token 时间（p99）',
  ttftResponseP50: '自计划时刻起的首 token 时间（p50）',
  ttftResponseP99: '自计划时刻起的首 token 时间（p99）',
  tokenGapP50: 'token 间隔（p50）',
  tokenGapP99: 'token 间隔（p99）',
  chunkGapP50: '数据块间隔（p50）',
  chunkGapP99: '数据块间隔（p99）',
};

const sides = { baseline: '基线', candidate: '候选' };

export const chineseDiff: DiffWords = {
  title: (baseline, candidate) => `${candidate} 与基线 ${baseline} 的对比`,
  pass: (count, allowed) =>
    count === 1
      ? `通过：所比较的 1 项指标，退化未超出允许范围（${allowed}）。`
      : `通过：所比较的 ${count} 项指标中，没有一项的退化超出允许范围（${allowed}）。`,
  fail: (failed, count, worst) => {
    const head = `未通过：所比较的 ${count} 项指标中，有 ${failed} 项的退化超出允许范围。`;
    if (worst === null) return head;
    const { metric, target, level, baseline, candidate, change, low, high } = worst;
    return `${head}退化最大的是 ${target}（${level}）的${metric}：从 ${baseline} 变为 ${candidate}，变化 ${change}（95% 置信区间 ${low} 至 ${high}）。`;
  },
  inconclusive: (undecided, count, { reason, repeats }) =>
    `无法判定：所比较的 ${count} 项指标中，有 ${undecided} 项无法判定，没有未通过的项。最常见的原因：${chineseDiff.reason[reason]}。${repeats === null ? '' : `两边各重复 ${repeats} 次，大概率可以判定。`}`,
  repeats: (repeats) => `重复 ${repeats} 次大概率可判定`,
  labelled: (label, text) => `${label}：${text}`,
  reasons: (reasons) => reasons.join('；'),
  verdict: { pass: '通过', fail: '未通过', inconclusive: '无法判定' },
  columns: {
    target: '目标',
    level: '负载',
    metric: '指标',
    baseline: '基线',
    candidate: '候选',
    change: '变化（95% 置信区间）',
    allowed: '允许退化',
    verdict: '判定',
  },
  metric: (name) => metrics[name] ?? name,
  span: (low, high) => `${low} 至 ${high}`,
  unknown: '未知',
  renamed: (baseline, candidate) => `${candidate}（原名 ${baseline}）`,
  reason: {
    'different-model': '模型不同',
    'different-prompts': '提示词或请求的长度不同',
    'different-lengths': '提示词或回答的长度相差超过 5%',
    'level-missing': '候选未在此负载下测量',
    'stage-failed': '有重复失败',
    'stage-partial': '有重复未完成',
    'stage-invalid': '有重复无效',
    'failed-requests': '有请求失败',
    'few-repeats': '重复不足 3 次',
    'value-unknown': '有值未知',
    'no-ratio': '有值为 0',
    'no-interval': '得不到置信区间',
    'interval-over-limit': '置信区间跨过允许的界限',
  },
  comparisonReason: {
    'level-missing': '有目标未在此负载下测量',
    'stage-failed': '有阶段失败',
    'stage-invalid': '有阶段无效',
    'value-unknown': '有值未知',
    'no-ratio': '有值为 0',
    'one-repeat': '只测了一次，无法得知波动',
    'window-too-short': '只测了一次，且测量窗口太短，得不到置信区间',
    'no-interval': '各次重复相差太大，得不到置信区间',
    'interval-includes-one': '置信区间包含 1',
    'not-after-correction': '经多重比较校正后不显著',
  },
  loneLevel: (only, target, level) => `${target}，${level}：仅${sides[only]}中有。`,
  loneTargets: (only, targets) => `仅${sides[only]}中有的目标：${targets.join('、')}。`,
  runDifference: ({ what, target, baseline, candidate }) => {
    const name = {
      host: '主机不同',
      processor: 'CPU 不同',
      gpus: 'GPU 不同',
      'engine-version': `${target ?? '引擎'} 的版本不同`,
    }[what];
    return `${name}：${baseline} → ${candidate}。`;
  },
  rule: '仅当整个 95% 置信区间都超出允许范围时判为未通过，仅当整个区间都在允许范围内时判为通过，其余均为无法判定。只计退化，不计改善。',
  runs: (baseline, candidate) => `基线 ${baseline}，候选 ${candidate}。`,
};
