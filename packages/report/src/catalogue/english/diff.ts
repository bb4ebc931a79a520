import type { DiffWords } from '../diff-words.ts';
import { englishList } from './phrases.ts';

const metrics: Readonly<Record<string, string>> = {
  outputThroughput: 'output throughput',
  requestSpeed: 'speed of an answer',
  ttft: 'time to first token (mean)',
  e2e: 'response time (mean)',
  tpot: 'time per output token (mean)',
  ttftP50: 'time to first token (p50)',
  ttftP99: 'time to first token (p99)',
  ttftResponseP50: 'time to first token from the schedule (p50)',
  ttftResponseP99: 'time to first token from the schedule (p99)',
  tokenGapP50: 'token gap (p50)',
  tokenGapP99: 'token gap (p99)',
  chunkGapP50: 'chunk gap (p50)',
  chunkGapP99: 'chunk gap (p99)',
};

const sides = { baseline: 'baseline', candidate: 'candidate' };
const figures = (count: number): string => (count === 1 ? '1 figure' : `${count} figures`);

export const englishDiff: DiffWords = {
  title: (baseline, candidate) => `${candidate} against ${baseline}`,
  pass: (count, allowed) =>
    count === 1
      ? `Pass: the one figure compared did not get worse by more than is allowed (${allowed}).`
      : `Pass: none of the ${figures(count)} compared got worse by more than is allowed (${allowed}).`,
  fail: (failed, count, worst) => {
    const head = `Fail: ${failed} of ${figures(count)} got worse by more than is allowed.`;
    if (worst === null) return head;
    const { metric, target, level, baseline, candidate, change, low, high } = worst;
    return `${head} The worst: ${metric} of ${target}, ${level}: from ${baseline} to ${candidate}, ${change} (95 % interval ${low} to ${high}).`;
  },
  inconclusive: (undecided, count, { reason, repeats }) =>
    `Inconclusive: ${undecided} of ${figures(count)} cannot be judged, and none failed. The most frequent reason: ${englishDiff.reason[reason]}.${repeats === null ? '' : ` ${repeats} repeats of each side would probably decide.`}`,
  repeats: (repeats) => `${repeats} repeats would probably decide`,
  labelled: (label, text) => `${label}: ${text}`,
  reasons: (reasons) => reasons.join('; '),
  verdict: { pass: 'pass', fail: 'FAIL', inconclusive: 'inconclusive' },
  columns: {
    target: 'Target',
    level: 'Load',
    metric: 'Figure',
    baseline: 'Baseline',
    candidate: 'Candidate',
    change: 'Change (95 % interval)',
    allowed: 'Allowed',
    verdict: 'Verdict',
  },
  metric: (name) => metrics[name] ?? name,
  span: (low, high) => `${low} to ${high}`,
  unknown: 'unknown',
  renamed: (baseline, candidate) => `${candidate} (was ${baseline})`,
  reason: {
    'different-model': 'the models differ',
    'different-prompts': 'the prompts or the lengths asked for differ',
    'different-lengths': 'prompts or answers are more than 5 % longer or shorter',
    'level-missing': 'the candidate was not measured at this level',
    'stage-failed': 'a repeat failed',
    'stage-partial': 'a repeat was not finished',
    'stage-invalid': 'a repeat is invalid',
    'failed-requests': 'requests failed',
    'few-repeats': 'fewer than three repeats of each side',
    'value-unknown': 'a value is unknown',
    'no-ratio': 'a value is zero',
    'no-interval': 'there is no interval',
    'interval-over-limit': 'the interval reaches over the allowed change',
  },
  comparisonReason: {
    'level-missing': 'a target was not measured at this level',
    'stage-failed': 'a stage failed',
    'stage-invalid': 'a stage is invalid',
    'value-unknown': 'a value is unknown',
    'no-ratio': 'a value is zero',
    'one-repeat': 'one repeat says nothing about noise',
    'window-too-short': 'one repeat, and its window is too short for an interval',
    'no-interval': 'the repeats differ too much for an interval',
    'interval-includes-one': 'the interval includes 1',
    'not-after-correction': 'not significant after the correction for many comparisons',
  },
  loneLevel: (only, target, level) => `${target}, ${level}: only in the ${sides[only]}.`,
  loneTargets: (only, targets) => `Only in the ${sides[only]}: ${englishList(targets)}.`,
  runDifference: ({ what, target, baseline, candidate }) => {
    const name = {
      host: 'The hosts differ',
      processor: 'The processors differ',
      gpus: 'The GPUs differ',
      'engine-version': `${target ?? 'The engine'} has another version`,
    }[what];
    return `${name}: ${baseline}, then ${candidate}.`;
  },
  rule: 'A figure fails only where its whole 95 % interval is beyond the allowed change, and passes only where it is wholly inside; everything else is inconclusive. Only changes for the worse count.',
  runs: (baseline, candidate) => `Baseline ${baseline}, candidate ${candidate}.`,
};
