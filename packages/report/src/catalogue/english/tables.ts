import type { Columns, EnvironmentWords, Headings, LevelWords, TerminalWords, Words } from '../catalogue.ts';
import { createFormats } from '../formats.ts';
import {
  englishList,
  englishOutcome,
  englishUsers,
  interval,
  seenRatio,
  whyInconclusive,
} from './phrases.ts';

const formats = createFormats('en');

export const englishWords: Words = {
  mean: 'mean',
  tooFew: 'too few',
  unknown: 'unknown',
  notMeasured: 'not measured',
  join: (parts) => parts.join('; '),
  none: 'none',
  noSignificantDifference: 'no significant difference',
  inconclusive: 'inconclusive',
  simulated: 'simulated',
  figureKind: {
    measured: 'measured',
    derived: 'derived',
    estimated: 'estimated',
    declared: 'declared',
    unknown: 'unknown',
  },
  verdict: { valid: 'valid', suspect: 'suspect', invalid: 'invalid' },
  suite: {
    bench: 'bench',
    'single-user': 'single user',
    concurrency: 'concurrent users',
    languages: 'languages',
    rate: 'request rate',
    arrivals: 'arrival pattern',
    context: 'context length',
    capacity: 'capacity search',
    calibrate: 'calibration',
    audit: 'audit',
  },
  promptLanguage: (code) => formats.languageName(code),
  engine: { vllm: 'vLLM', sglang: 'SGLang', other: 'other' },
  errorClass: {
    connect: 'no connection',
    timeout: 'timeout',
    'http-status': 'HTTP status',
    protocol: 'protocol error',
    'in-stream': 'error in the stream',
    empty: 'empty answer',
  },
  prompt: 'Prompt',
  answer: 'Answer',
};

export const englishHeadings: Headings = {
  title: (name) => `Inference server benchmark: ${name}`,
  subtitle: (targets, models, instant) =>
    `${englishList(targets)} serving ${englishList(models)} · ${instant}`,
  colophon: (version, id) => `Written by Kneepoint ${version} from result ${id}.`,
  languageSwitch: 'Languages of this report',
  contents: 'Contents',
  summary: 'Summary',
  notToConclude: 'What not to conclude',
  environment: 'Environment',
  performance: 'Performance',
  singleUser: 'Single user',
  concurrency: 'Concurrent users',
  rate: 'Request rate',
  languages: 'Languages',
  scaling: 'Scaling',
  method: 'Method',
  definitions: 'Definitions',
  stages: 'Every stage',
  client: 'Health of the client',
  reproduce: 'How to reproduce',
};

export const englishColumns: Columns = {
  item: 'Item',
  value: 'Value',
  target: 'Target',
  users: 'Users',
  requestsPerSecond: 'Requests/s',
  repeat: 'Repeat',
  suite: 'Suite',
  language: 'Language',
  load: 'Load',
  counts: 'Completed / failed / cut',
  outputThroughput: 'Output (tok/s)',
  perUser: 'Per user (tok/s)',
  ttft: (percentile) => (percentile === 'mean' ? 'Mean TTFT' : `TTFT ${percentile}`),
  ttftResponse: (percentile) => `TTFT from schedule ${percentile}`,
  tokenGap: (percentile) => `Token gap ${percentile}`,
  chunkGap: (percentile) => `Chunk gap ${percentile}`,
  responseTime: (percentile) =>
    percentile === 'mean' ? 'Mean response time' : `Response time ${percentile}`,
  trust: 'Trust',
  window: 'Window',
  difference: 'Difference (95 % interval)',
  ofLinear: (target) => `${target}, share of linear`,
  speed: 'Speed (tok/s)',
  memoryLoaded: 'Memory, loaded',
  memoryPeak: 'Memory, peak',
  startUp: 'Start-up time',
  cpuShare: 'CPU share',
  loopDelay: 'Event-loop delay p99',
  eventsPerRead: 'Events per read',
  eventsPerSecond: 'Events per second',
  ceiling: 'Calibrated ceiling (events/s)',
  connections: 'Connections opened / reused',
  requests: 'Requests',
  engine: 'Engine',
  version: 'Version',
  api: 'API',
  url: 'Address',
  model: 'Model',
  contextLength: 'Context length',
};

export const englishLevels: LevelWords = {
  users: englishUsers,
  rate: (rate) => `${formats.requests(rate)} requests/s`,
  atOnce: (count) => `${formats.count(count)} requests at once`,
  outcome: englishOutcome,
  singleUserIntro:
    'One request at a time. Speed is output tokens over the response time of a request, the time to first token included.',
  concurrencyIntro: (targetCount) =>
    targetCount > 1
      ? 'Each user sends the next request as soon as the answer is complete. The difference is that of output throughput.'
      : 'Each user sends the next request as soon as the answer is complete.',
  rateIntro:
    'Requests arrive at a rate whatever the answers do. Time to first token and response time count from the planned arrival.',
  languagesIntro: 'The same load with prompts in each language.',
  invalidNote: 'Figures marked invalid are shown for completeness and take no part in any comparison.',
  unknownNote: (columns, targets, reason) =>
    `${englishList(columns)} of ${englishList(targets)}: unknown${reason === '' ? '' : ` (${reason})`}.`,
  chunkGapNote: (mark, targets, reason) =>
    `${mark} For ${englishList(targets)} the gap between chunks, because the token gap is unknown${reason === '' ? '' : ` (${reason})`}.`,
  named: (target, text) => `${target}: ${text}`,
  inLanguage: (language, level) => `${language} (${level})`,
  excerptTitle: (language, target) => `${language}, ${target}`,
};

export const englishEnvironment: EnvironmentWords = {
  host: 'Host',
  operatingSystem: 'Operating system',
  kernel: 'Kernel',
  processor: 'Processor',
  cores: (model, cores) => `${model}, ${formats.count(cores)} ${cores === 1 ? 'core' : 'cores'}`,
  memory: 'Memory',
  gpu: 'GPU',
  tool: 'Kneepoint',
  toolText: (version, commit, node) => `${version}${commit === null ? '' : ` (${commit})`}, Node.js ${node}`,
  date: 'Date',
};

const prefix = (target: string | null): string => (target === null ? '' : `${target}, `);
const sentence = (text: string, target: string | null): string =>
  target === null ? text.charAt(0).toUpperCase() + text.slice(1) : text;

export const englishTerminal: TerminalWords = {
  singleUser: (target, ttft, speed) => {
    const first = ttft === null ? '' : `first token after ${formats.briefDuration(ttft)}, then `;
    return sentence(`${prefix(target)}one user: ${first}${formats.briefRate(speed)}.`, target);
  },
  together: (target, users, rate, perUser) =>
    `${prefix(target)}${englishUsers(users)}: ${formats.briefRate(rate)} together, ${formats.briefRateNumber(perUser)} each.`,
  atRate: (target, rate, ttft) => {
    const first =
      ttft === null
        ? 'too few samples for a time to first token'
        : `first token after ${formats.briefDuration(ttft)} (p50, from the schedule)`;
    return `${prefix(target)}${formats.requests(rate)} requests/s: ${first}.`;
  },
  ratio: (users, outcome, rates) => {
    const figures = englishList(rates.map(({ target, value }) => `${target} ${formats.briefRate(value)}`));
    const start = `${sentence(englishUsers(users), null)}: ${figures}`;
    switch (outcome.kind) {
      case 'won':
        return `${start}; ${outcome.winner} ${users === 1 ? 'is' : 'serves'} ${formats.ratio(outcome.factor)}x${users === 1 ? ' as fast' : ''} (95 % interval ${interval(outcome.low, outcome.high)}).`;
      case 'no-difference':
        return `${start}; no significant difference.`;
      case 'inconclusive':
        return `${start}${seenRatio(outcome.ratio)}; no winner can be named${whyInconclusive(outcome.why)}.`;
      case 'one-value':
      case 'not-compared':
        return `${start}.`;
    }
  },
  allValid: 'All stages valid.',
  trustCounts: (suspect, invalid, total) => {
    if (total === 1) return `The only stage is ${invalid > 0 ? 'invalid' : 'suspect'}.`;
    const counts = [
      ...(invalid > 0 ? [`${formats.count(invalid)} invalid`] : []),
      ...(suspect > 0 ? [`${formats.count(suspect)} suspect`] : []),
    ];
    return `Of ${formats.count(total)} stages ${englishList(counts)}.`;
  },
  noStages: 'Nothing was measured.',
  columns: {
    target: 'target',
    users: 'users',
    rate: 'req/s',
    counts: 'done/failed/cut',
    throughput: 'tok/s',
    perUser: 'per user',
    ttft: 'TTFT p50/p99',
    ttftResponse: 'TTFT* p50/p99',
    tokenGap: 'token gap p50/p99',
    chunkGap: 'chunk gap p50/p99',
    mixedGap: (mark) => `token gap p50/p99 (${mark} chunk gap)`,
    responseTime: 'response p50',
    trust: 'trust',
  },
};
