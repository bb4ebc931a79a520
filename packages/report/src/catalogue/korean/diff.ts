import type { DiffWords } from '../diff-words.ts';

const metrics: Readonly<Record<string, string>> = {
  outputThroughput: '출력 처리량',
  requestSpeed: '응답 속도(tok/s)',
  ttft: '첫 토큰 시간(평균)',
  e2e: '응답 시간(평균)',
  tpot: '출력 토큰당 시간(평균)',
  ttftP50: '첫 토큰 시간(p50)',
  ttftP99: '첫 토큰 시간(p99)',
  ttftResponseP50: '예정 시각부터 첫 토큰까지(p50)',
  ttftResponseP99: '예정 시각부터 첫 토큰까지(p99)',
  tokenGapP50: '토큰 간격(p50)',
  tokenGapP99: '토큰 간격(p99)',
  chunkGapP50: '청크 간격(p50)',
  chunkGapP99: '청크 간격(p99)',
};

const sides = { baseline: '기준', candidate: '비교 대상' };

export const koreanDiff: DiffWords = {
  title: (baseline, candidate) => `${baseline} 대비 ${candidate}`,
  pass: (count, allowed) =>
    count === 1
      ? `통과: 비교한 지표 1개가 허용 폭(${allowed})을 넘어 나빠지지 않았습니다.`
      : `통과: 비교한 지표 ${count}개 가운데 허용 폭(${allowed})을 넘어 나빠진 것이 없습니다.`,
  fail: (failed, count, worst) => {
    const head = `실패: 비교한 지표 ${count}개 가운데 ${failed}개가 허용 폭을 넘어 나빠졌습니다.`;
    if (worst === null) return head;
    const { metric, target, level, baseline, candidate, change, low, high } = worst;
    return `${head} 가장 크게 나빠진 지표: ${target}의 ${metric}, ${level}, ${baseline} → ${candidate}, ${change}(95% 신뢰 구간 ${low}~${high}).`;
  },
  inconclusive: (undecided, count, { reason, repeats }) =>
    `판정 불가: 비교한 지표 ${count}개 가운데 ${undecided}개를 판정할 수 없습니다. 실패한 것은 없습니다. 가장 많은 이유: ${koreanDiff.reason[reason]}.${repeats === null ? '' : ` 양쪽을 ${repeats}회씩 반복하면 대체로 판정할 수 있습니다.`}`,
  repeats: (repeats) => `${repeats}회 반복하면 대체로 판정 가능`,
  labelled: (label, text) => `${label}: ${text}`,
  reasons: (reasons) => reasons.join(', '),
  verdict: { pass: '통과', fail: '실패', inconclusive: '판정 불가' },
  columns: {
    target: '대상',
    level: '부하',
    metric: '지표',
    baseline: '기준',
    candidate: '비교 대상',
    change: '변화(95% 신뢰 구간)',
    allowed: '허용 폭',
    verdict: '판정',
  },
  metric: (name) => metrics[name] ?? name,
  span: (low, high) => `${low}~${high}`,
  unknown: '알 수 없음',
  renamed: (baseline, candidate) => `${candidate}(이전 이름 ${baseline})`,
  reason: {
    'different-model': '모델이 다름',
    'different-prompts': '프롬프트나 요청한 길이가 다름',
    'different-lengths': '프롬프트나 응답의 길이가 5% 넘게 다름',
    'level-missing': '비교 대상에서 이 조건을 측정하지 않음',
    'stage-failed': '실패한 반복이 있음',
    'stage-partial': '끝나지 않은 반복이 있음',
    'stage-invalid': '무효인 반복이 있음',
    'failed-requests': '실패한 요청이 있음',
    'few-repeats': '반복이 3회 미만',
    'value-unknown': '값을 알 수 없음',
    'no-ratio': '값이 0임',
    'no-interval': '신뢰 구간을 구할 수 없음',
    'interval-over-limit': '신뢰 구간이 허용 한계에 걸쳐 있음',
  },
  comparisonReason: {
    'level-missing': '이 조건을 측정하지 않은 대상이 있음',
    'stage-failed': '실패한 단계가 있음',
    'stage-invalid': '무효인 단계가 있음',
    'value-unknown': '값을 알 수 없음',
    'no-ratio': '값이 0임',
    'one-repeat': '한 번만 측정해 편차를 알 수 없음',
    'window-too-short': '한 번만 측정했고 측정 구간이 짧아 신뢰 구간을 구할 수 없음',
    'no-interval': '반복마다 값이 너무 달라 신뢰 구간을 구할 수 없음',
    'interval-includes-one': '신뢰 구간이 1을 포함함',
    'not-after-correction': '다중 비교를 보정하면 유의하지 않음',
  },
  loneLevel: (only, target, level) => `${target}, ${level}: ${sides[only]}에만 있습니다.`,
  loneTargets: (only, targets) => `${sides[only]}에만 있는 대상: ${targets.join(', ')}.`,
  runDifference: ({ what, target, baseline, candidate }) => {
    const name = {
      host: '호스트가 다릅니다',
      processor: 'CPU가 다릅니다',
      gpus: 'GPU가 다릅니다',
      'engine-version': `${target ?? '엔진'}의 버전이 다릅니다`,
    }[what];
    return `${name}: ${baseline} → ${candidate}.`;
  },
  rule: '95% 신뢰 구간 전체가 허용 폭을 벗어나야 실패, 전체가 그 안에 있어야 통과이며, 나머지는 모두 판정 불가입니다. 나빠진 쪽만 따집니다.',
  runs: (baseline, candidate) => `기준 ${baseline}, 비교 대상 ${candidate}.`,
};
