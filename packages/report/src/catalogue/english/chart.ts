import type { AxisWords, ChartTitles, ChartWords, LegendWords } from '../chart-words.ts';
import { createFormats } from '../formats.ts';
import type { Named } from '../statement-parts.ts';
import { englishList, englishUsers } from './phrases.ts';

const formats = createFormats('en');
const each = (named: readonly Named[], text: (value: number) => string): string =>
  englishList(named.map(({ target, value }) => `${text(value)} with ${target}`));

const axis: AxisWords = {
  users: 'Concurrent users',
  throughput: 'Output throughput (tok/s)',
  perUser: 'Speed of each user (tok/s)',
  firstToken: 'Time to first token (ms)',
  tokenGap: 'Token gap (ms)',
  chunkGap: 'Chunk gap (ms)',
  answerSpeed: 'Speed of an answer (tok/s)',
  time: 'Time since the run began (s)',
  memory: 'Memory (GB)',
  logarithmic: (name) => `${name}, logarithmic scale`,
};

const title: ChartTitles = {
  won: (users, won, loser) =>
    `${won.winner} produces ${formats.ratio(won.factor)} times the output of ${loser} with ${englishUsers(users)}`,
  noDifference: (users) => `No significant difference with ${englishUsers(users)}`,
  growth: (target, from, to) =>
    `${target} grows from ${formats.rate(from.tokensPerSecond)} with ${englishUsers(from.users)} to ${formats.rate(to.tokensPerSecond)} with ${englishUsers(to.users)}`,
  throughput: 'Output throughput against concurrent users',
  tradeOff: (users, speeds) => `With ${englishUsers(users)} each gets ${each(speeds, formats.rate)}`,
  firstToken: (users, percentile, times) =>
    `With ${englishUsers(users)} the first token (${percentile}) takes ${each(times, formats.duration)}`,
  tokenGap: (users, percentile, gaps) =>
    `With ${englishUsers(users)} the gap between tokens (${percentile}) is ${each(gaps, formats.duration)}`,
  chunkGap: (users, percentile, gaps) =>
    `With ${englishUsers(users)} the gap between chunks (${percentile}) is ${each(gaps, formats.duration)}`,
  distribution: (users, spans) =>
    `With ${englishUsers(users)} eight of ten first tokens come ${englishList(
      spans.map(
        ({ target, low, high }) =>
          `between ${formats.duration(low)} and ${formats.duration(high)} with ${target}`,
      ),
    )}`,
  languages: (spans) =>
    `Depending on the language an answer comes at ${englishList(
      spans.map(
        ({ target, low, high }) => `${formats.rateNumber(low)} to ${formats.rate(high)} with ${target}`,
      ),
    )}`,
  languageSpeed: 'Speed of an answer by language',
  memory: (most) => `The most memory is ${each(most, formats.bytes)}`,
};

const legend: LegendWords = {
  marks: 'Marks are measured, straight lines only join them',
  band: 'bands are the 95 % interval of the mean over repeats',
  repeats: 'whiskers span the repeats',
  bars: (repeats) =>
    repeats === 1 ? 'bars are of one repeat' : `bars are means over ${formats.count(repeats)} repeats`,
  invalid: 'hollow is invalid',
  fitted: 'dashed curves are a fit of the universal scalability law, not measured',
  crossover: 'the upright line is where two targets cross, interpolated between levels',
  pareto: 'grey steps: the most that was measured of both at once',
  usersAtMarks: 'numbers at marks are users',
  percentiles: 'thick lines are p50, thin ones p99',
  onePercentile: (percentile) => `lines are ${percentile}`,
  leftOut: 'a level with too few samples has no mark',
  strip:
    'Thin line: least to greatest; bar: p10 to p90, its thick part p25 to p75; stroke: p50; diamond: p99 where there are enough samples',
  background: 'grey: requests in flight, with their number',
  openGaps: 'a gap in a line has no sample',
  more: (hidden) => `${formats.count(hidden)} more in the table alone`,
};

/** Charts in English. */
export const englishChart: ChartWords = {
  axis,
  title,
  legend,
  numbers: 'The numbers of this chart',
  describe: (lines) => lines.map(({ name, points }) => `${name}: ${points.join(', ')}.`).join(' '),
  crossover: (users, interval) =>
    `crossing at ${formats.requests(users)}${
      interval === null ? '' : ` (${formats.requests(interval.low)} to ${formats.requests(interval.high)})`
    }`,
  least: 'Least',
  greatest: 'Greatest',
  interval: '95 % interval',
  onFrontier: 'Nothing beats it in both',
  yes: 'yes',
  memoryOf: (target, gpu) => (gpu === null ? target : `${target}, GPU ${gpu}`),
  wholeGpu: (gpu) => `GPU ${gpu}, all of it`,
  from: 'From (s)',
  to: 'To (s)',
  phases: { loaded: 'ready', inference: 'one user', peak: 'highest level', after: 'after' },
};
