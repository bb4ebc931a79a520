import type { Distribution } from '../../../result/figure-schema.ts';
import type { Stage } from '../../../result/stage-schema.ts';

/** Two ways to one figure of a stage; `tolerance` is the share of `derived` by which they may differ. */
export type Identity = {
  readonly name:
    | 'speed-times-time'
    | 'length-times-requests'
    | 'throughput-per-user'
    | 'total-throughput'
    | 'requests-in-flight'
    | 'output-tokens';
  readonly unit: 'tokens' | 'tok/s' | 'requests';
  readonly stated: number;
  readonly derived: number;
  readonly tolerance: number;
};

/** Means of ratios and ratios of means differ by so much where the times are even. */
const evenTolerance = 0.1;
/** Figures that are one another by definition, but for rounding in print. */
const exactTolerance = 0.03;
/** Times are even where the longest is not above so many times the shortest. */
const mostSpread = 1.5;

/** Every identity whose parts a stage has. */
export function identitiesOf(stage: Stage): Identity[] {
  return [
    speedTimesTime(stage),
    lengthTimesRequests(stage),
    perUser(stage),
    totalThroughput(stage),
    requestsInFlight(stage),
    outputTokens(stage),
  ].filter((identity) => identity !== null);
}

/** Tokens of an answer = speed of a request * its time; only where all requests took about as long. */
function speedTimesTime({ metrics, lengths }: Stage): Identity | null {
  const [speed, time, tokens] = [metrics.requestSpeed.value, metrics.e2e.mean, lengths.output.mean];
  if (!speed || !time || !tokens || !isEven(metrics.e2e)) return null;
  const derived = (speed * time) / 1_000_000;
  return { name: 'speed-times-time', unit: 'tokens', stated: tokens, derived, tolerance: evenTolerance };
}

/**
 * Output tokens per second = requests per second * tokens of an answer. Only of a closed loop: where arrivals outrun the
 * server, what ends is less than what runs.
 */
function lengthTimesRequests(stage: Stage): Identity | null {
  const { metrics, lengths, load } = stage;
  if (load.loop === 'open') return null;
  const [rate, requests, tokens] = [
    metrics.outputThroughput.value,
    metrics.requestThroughput.value,
    lengths.output.mean,
  ];
  if (!rate || !requests || !tokens) return null;
  const tolerance = evenTolerance + edgeShare(stage);
  return {
    name: 'length-times-requests',
    unit: 'tok/s',
    stated: rate,
    derived: requests * tokens,
    tolerance,
  };
}

function perUser({ metrics, load }: Stage): Identity | null {
  const users = metrics.concurrency.mean.value ?? (load.loop === 'closed' ? load.users : null);
  const [stated, rate] = [metrics.throughputPerUser.value, metrics.outputThroughput.value];
  if (!users || !stated || !rate) return null;
  return {
    name: 'throughput-per-user',
    unit: 'tok/s',
    stated,
    derived: rate / users,
    tolerance: exactTolerance,
  };
}

function totalThroughput({ metrics }: Stage): Identity | null {
  const [stated, input, output] = [
    metrics.totalThroughput.value,
    metrics.inputThroughput.value,
    metrics.outputThroughput.value,
  ];
  if (!stated || !input || !output) return null;
  return {
    name: 'total-throughput',
    unit: 'tok/s',
    stated,
    derived: input + output,
    tolerance: exactTolerance,
  };
}

/** Little's law: requests in flight = requests per second * response time. It holds where arrivals and ends balance. */
function requestsInFlight(stage: Stage): Identity | null {
  const { metrics, load } = stage;
  if (load.loop === 'open') return null;
  const [stated, requests, time] = [
    metrics.concurrency.mean.value,
    metrics.requestThroughput.value,
    metrics.e2e.mean,
  ];
  if (!stated || !requests || !time) return null;
  const tolerance = evenTolerance + edgeShare(stage);
  return {
    name: 'requests-in-flight',
    unit: 'requests',
    stated,
    derived: (requests * time) / 1_000_000,
    tolerance,
  };
}

/** All output tokens = answers * their mean length; answers that nobody counted are left out by `requestsWithoutCount`. */
function outputTokens({ counts, tokens, lengths }: Stage): Identity | null {
  if (counts === null || counts.failed > 0 || counts.cut > 0 || tokens.requestsWithoutCount !== 0)
    return null;
  const isAll = lengths.output.count === counts.completed;
  if (!tokens.output || !lengths.output.mean || !isAll) return null;
  return {
    name: 'output-tokens',
    unit: 'tokens',
    stated: tokens.output,
    derived: lengths.output.mean * counts.completed,
    tolerance: exactTolerance,
  };
}

/**
 * How much the ends of a window may add: requests that it cuts give it tokens but no end. So many can be cut as are in
 * flight, of those that ended inside.
 */
function edgeShare({ metrics, load }: Stage): number {
  const inFlight = metrics.concurrency.mean.value ?? (load.loop === 'closed' ? load.users : 1);
  const ended = metrics.e2e.count ?? 0;
  return ended === 0 ? 1 : inFlight / ended;
}

const isEven = ({ min, max }: Distribution): boolean =>
  min === null || max === null || min === 0 || max / min <= mostSpread;
