import { createFormats } from '../formats.ts';
import type { RecommendationWords } from '../recommendation-words.ts';
import { englishList, interval } from './phrases.ts';
import { englishTips } from './tips.ts';

const formats = createFormats('en');

/** Recommendations in English. */
export const englishRecommendations: RecommendationWords = {
  heading: 'Recommendations',
  intro:
    'A target is named only where the cells beside it name a winner by their 95 % intervals. Single values stand beside them and decide nothing.',
  useCaseColumn: 'Use',
  choiceColumn: 'Choice',
  cellsColumn: 'What decides it',
  useCase: {
    'api-many-users': 'API with many users',
    chat: 'Chat',
    batch: 'Batch work',
    development: 'Development',
    production: 'Production',
  },
  metric: {
    outputThroughput: 'output throughput',
    peakOutputThroughput: 'highest output throughput, each at its own best level',
    requestSpeed: 'speed',
    ttft: 'mean TTFT',
    ttftP50: 'TTFT p50',
    ttftP99: 'TTFT p99',
    ttftResponseP50: 'TTFT from schedule p50',
    ttftResponseP99: 'TTFT from schedule p99',
    tokenGapP50: 'token gap p50',
    chunkGapP50: 'chunk gap p50',
    goodput: 'goodput',
    errorRate: 'share of failed requests',
    variation: 'variation over repeats',
    initTime: 'start-up time',
    memoryLoaded: 'memory, loaded',
    workarounds: 'workarounds',
  },
  at: (metric, level) => `${metric} with ${level}`,
  noMeasuredDifference: 'no measured difference',
  contradictory: 'contradictory',
  undecided: 'not decided',
  notMeasured: 'not measured',
  cell: (name, values, verdict) => `${name}: ${values.join(', ')}${verdict === null ? '' : ` — ${verdict}`}`,
  value: (target, value) => `${target} ${value}`,
  win: ({ winner, factor, low, high, isLess }) => {
    if (factor === null) return `${winner} is ahead`;
    const bounds = low === null || high === null ? '' : ` (${interval(low, high)})`;
    return `${winner} is ${formats.ratio(factor)}x ${isLess ? 'shorter' : 'higher'}${bounds}`;
  },
  noDifference: (low, high) =>
    `no significant difference${low === null || high === null ? '' : ` (${interval(low, high)})`}`,
  seen: (higher, lower, factor) => `${higher} ${formats.ratio(factor)}x of ${lower}`,
  beside: 'one value each, decides nothing',
  reason: {
    'level-missing': 'one of the targets was not measured at this level',
    'stage-failed': 'a stage failed',
    'stage-invalid': 'a stage is invalid',
    'value-unknown': 'a value is unknown',
    'no-ratio': 'a value is zero',
    'one-repeat': 'one repeat, no interval',
    'window-too-short': 'one repeat with too short a window for an interval',
    'no-interval': 'the repeats lie too far apart for an interval',
    'interval-includes-one': 'the interval includes 1',
    'not-after-correction': 'not significant after the correction for many comparisons',
    'one-value': 'one value each, no interval',
    'not-measured': 'not measured for two targets',
    'no-single-winner': 'none is ahead of all others',
    'not-steady': 'a single-user figure is no steady state',
    'one-target': 'only one target was measured',
    'not-compared': 'not compared',
  },
  doubt: {
    suspect: 'a stage is suspect',
    parity: 'differences between the targets favour it',
    'one-repeat': 'one repeat',
    simulated: 'simulated servers',
    imported: 'imported figures',
    'not-steady': 'a single-user figure is no steady state',
  },
  doubts: (doubts) => `with reserve: ${englishList(doubts)}`,
  allDoubts: (doubts) => `All of this is with reserve: ${englishList(doubts)}.`,
  separator: '; ',
  tipsHeading: 'Tuning',
  tipsIntro: 'Only what this result shows signs of.',
  noTips: 'This result shows no sign of anything that could be tuned.',
  tips: englishTips,
};
