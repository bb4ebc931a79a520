import type { Cautions, Findings, LighterLevels } from '../findings-words.ts';
import { createFormats } from '../formats.ts';
import type { Named, Outcome } from '../statement-parts.ts';
import { englishList, englishUsers, interval, whyInconclusive } from './phrases.ts';

const formats = createFormats('en');
const rates = (named: readonly Named[]): string =>
  englishList(named.map(({ target, value }) => `${target} ${formats.rate(value)}`));

/** The end of a sentence about a difference: who won by how much, or why nobody did. */
function verdictClause(outcome: Outcome, wins: (winner: string, factor: string) => string): string {
  switch (outcome.kind) {
    case 'won':
      return `${wins(outcome.winner, formats.ratio(outcome.factor))} (95 % interval ${interval(outcome.low, outcome.high)})`;
    case 'no-difference':
      return outcome.low === null || outcome.high === null
        ? 'the difference is not significant'
        : `the difference is not significant (95 % interval of the ratio ${interval(outcome.low, outcome.high)})`;
    case 'inconclusive':
      return `${outcome.ratio === null ? '' : `the ratio is ${formats.ratio(outcome.ratio.factor)}, but `}no winner can be named${whyInconclusive(outcome.why)}`;
    case 'one-value':
    case 'not-compared':
      return 'the two were not compared';
  }
}

export const englishFindings: Findings = {
  singleUserTarget: (target, ttft, speed) =>
    ttft === null
      ? `A single user of ${target} gets ${formats.rate(speed)}.`
      : `A single user of ${target} sees the first token after ${formats.duration(ttft.micros)} (${ttft.statistic === 'mean' ? 'on average' : 'p50'}) and gets ${formats.rate(speed)} over the whole answer.`,
  singleUserOutcome: (outcome, speeds, notSteady) =>
    `Single user: ${rates(speeds)}; ${verdictClause(outcome, (winner, factor) => `${winner} is ${factor} times as fast`)}${
      notSteady === null ? '' : `, and the figure of ${notSteady} is no steady state (see below)`
    }.`,
  peak: (target, users, rate, perUser) =>
    `With ${englishUsers(users)} ${target} produces ${formats.rate(rate)} together, ${formats.rateNumber(perUser)} for each.`,
  peakOutcome: (users, outcome, named, lighter) =>
    `With ${englishUsers(users)}: ${rates(named)}; ${verdictClause(outcome, (winner, factor) => `${winner} produces ${factor} times as much`)}${lighterClause(lighter)}.`,
  crossover: (below, above, users, span) =>
    `Below ${formats.requests(users)} users ${below} produces more, above ${above}${
      span === null
        ? '; the place is interpolated and has no interval'
        : span.isInterval
          ? ` (95 % interval ${formats.requests(span.low)} to ${formats.requests(span.high)} users)`
          : `; it is interpolated between the measured levels of ${formats.count(span.low)} and ${englishUsers(span.high)} and has no interval`
    }.`,
  growth: (from, to, growths) =>
    `From ${formats.count(from)} to ${englishUsers(to)} (${formats.requests(to / from)} times as many) output throughput grows ${englishList(
      growths.map(({ target, value }) => `${formats.ratio(value)} times for ${target}`),
    )}.`,
  firstTokenUnderLoad: (users, worst, percentile) =>
    `With ${englishUsers(users)} the time to first token (${percentile}) is ${englishList(
      worst.map(({ target, value }) => `${formats.duration(value)} for ${target}`),
    )}.`,
  startUp: (seconds) =>
    `Start-up takes ${englishList(seconds.map(({ target, value }) => `${formats.seconds(value)} for ${target}`))}.`,
  memory: (phase, bytes, less) =>
    `${phase === 'inference' ? 'With one user' : 'At the heaviest load'} ${englishList(
      bytes.map(({ target, value }, index) =>
        index === 0
          ? `${target} holds ${formats.bytes(value)} of memory`
          : `${target} ${formats.bytes(value)}`,
      ),
    )}${less === null ? '' : `: ${less.target} needs ${formats.bytes(less.value)} less`}.`,
  physicalLimit: (users, limit, accelerator, shares) =>
    `Of the ${formats.rate(limit)} that ${accelerator === '' ? 'the hardware' : `the ${accelerator}`} allows at most with ${englishUsers(users)}, ${englishList(
      shares.map(
        ({ target, value, tokensPerSecond, suite }) =>
          `${target} reaches ${formats.rate(tokensPerSecond)} (${formats.share(value)}${suite === null ? '' : `, suite ${suite}`})`,
      ),
    )}.`,
  rate: (target, rate, ttft, percentile) =>
    `At ${formats.requests(rate)} requests/s a user of ${target} waits ${formats.duration(ttft)} (${percentile}) for the first token, counted from the planned arrival.`,
  capacity: (target, slo, level, low, high) =>
    `${target} keeps ${slo} up to ${level}${
      low === null || high === null ? '' : `; its capacity lies between ${low} and ${high}`
    }${low !== null && high === null ? `; where it ends was not found` : ''}.`,
  targetNotMeasured: (target, reason) => `${target} was not measured: ${sentenceEnd(reason)}`,
  everyStageFailed: (target, stages, reason) =>
    `${target} was not measured: ${stages === 1 ? 'its only stage' : `all of its ${formats.count(stages)} stages`} failed${reason === '' ? '' : ` (${reason})`}.`,
  repeats: (repeats, verdict, over) =>
    [
      `${repeats === 1 ? 'one repeat' : `${formats.count(repeats)} repeats`}, ${verdict}`,
      ...(repeats === 1 && over === 'requests' ? ['the interval is of the requests of one run'] : []),
      ...(repeats === 1 && over === 'blocks' ? ['the interval is of stretches of one run'] : []),
    ].join('; '),
  noUsableLevel:
    'Nothing can be said about concurrent users: at every level a stage is invalid or a target is missing.',
  nothing: (stages, failed, reason) =>
    stages === 0 || failed === 0
      ? 'No stage measured anything that a sentence could stand on.'
      : `${failed === stages ? (stages === 1 ? 'The only stage' : `All ${formats.count(stages)} stages`) : `${formats.count(failed)} of ${formats.count(stages)} stages`} failed${reason === '' ? '' : ` (${reason})`}: there is no figure to report.`,
};

/** A reason that may or may not end as a sentence does. */
const sentenceEnd = (reason: string): string =>
  reason === '' ? 'it did not start.' : `${reason.replace(/\.$/, '')}.`;

function lighterClause(lighter: LighterLevels | null): string {
  if (lighter === null) return '';
  const { fewestUsers, mostUsers, least, greatest } = lighter;
  const [first, last] = [formats.ratio(least), formats.ratio(greatest)];
  const where =
    fewestUsers === mostUsers
      ? `with ${englishUsers(fewestUsers)}`
      : `from ${formats.count(fewestUsers)} to ${englishUsers(mostUsers)}`;
  return `; ${where} the ratio is ${first === last ? first : `${first} to ${last}`}`;
}

/** Names of levels; those with a comma inside are kept apart by semicolons. */
const listOf = (levels: readonly string[]): string =>
  levels.some((level) => level.includes(',')) ? levels.join('; ') : englishList(levels);

export const englishCautions: Cautions = {
  simulated: (targets) =>
    targets.length === 1
      ? `${englishList(targets)} is a simulated server: its figures show what the tool measures, not how fast an engine is.`
      : `${englishList(targets)} are simulated servers: their figures show what the tool measures, not how fast an engine is.`,
  imported: (tool, files) =>
    `The figures come from ${tool === null ? 'a document' : `a file of ${tool}`} (${files}); Kneepoint measured none of them and cannot vouch for the client, the windows or the sample sizes behind them.`,
  combined: (results, from, to) =>
    `${formats.count(results)} results were put together that were measured at different times (${from} to ${to}): whatever changed in between is in the differences too.`,
  aboveLimit: (target, users, measured, limit) =>
    `${target} with ${englishUsers(users)}: ${formats.rate(measured)} is more than the ${formats.rate(limit)} that the hardware allows, so the measurement is wrong, or the model or the accelerator is not the one that was named.`,
  notSteady: (target, alone, users, each) =>
    `A single user of ${target} gets ${formats.rate(alone)}, but each of ${englishUsers(users)} ${formats.rate(each)}: the single-user figure is no steady state (a cold start, for instance), and whatever rests on it is open.`,
  untrusted: (places, morePlaces, verdict, reasons) => {
    const more = morePlaces > 0 ? `; and ${formats.count(morePlaces)} more` : '';
    const worst = places.length > 1 ? 'at worst, ' : '';
    const why = reasons.length === 0 ? '' : `: ${worst}${englishList(reasons)}`;
    return `${verdict === 'invalid' ? 'Invalid' : 'Suspect'} at ${places.join('; ')}${more}${why}.`;
  },
  where: (target, level, repeats) =>
    `${target}, ${level}${repeats.length === 0 ? '' : `, ${repeats.length === 1 ? 'repeat' : 'repeats'} ${englishList(repeats.map(String))}`}`,
  oneRepeat:
    'Each level ran once: how much the figures vary from run to run is not known, so no small difference means anything.',
  tooFewSamples: (percentile, levels, total) => {
    const where =
      levels.length === total
        ? 'every level'
        : levels.length > 4
          ? `${formats.count(levels.length)} of ${formats.count(total)} levels`
          : listOf(levels);
    return `There were too few samples for the ${percentile} of the time to first token at ${where}.`;
  },
  differentModels: (models) => `The targets do not serve the same model: ${englishList(models)}.`,
  differentLevels: (targets, levels, more) =>
    `${englishList(targets)} ${targets.length === 1 ? 'was' : 'were'} not measured at ${listOf([...levels, ...(more > 0 ? [`${formats.count(more)} more levels`] : [])])}: there nothing is compared.`,
  differentLength: (level, lengths) =>
    `At ${level} the answers differ in length (${englishList(
      lengths.map(({ target, value }) => `${target} ${formats.count(value)} tokens`),
    )} on average): the targets did not do the same work.`,
  parity: (differences, favoured) =>
    `The targets did not get the same chance (${englishList(differences)})${
      favoured.length === 0
        ? ''
        : `; ${englishList(favoured.map(({ target, value }) => `${formats.count(value)} of ${formats.count(differences.length)} differences ${value === 1 ? 'favours' : 'favour'} ${target}`))}`
    }.`,
  unfinished: (count, reason) =>
    `${formats.count(count)} ${count === 1 ? 'stage' : 'stages'} did not run to the end${reason === null ? '' : ` (${reason})`}.`,
  dropped: (level, dropped, planned) =>
    `At ${level} ${formats.count(dropped)} of ${formats.count(planned)} planned requests were never sent, because too many were in flight.`,
  none: 'Nothing in this result limits what the figures say.',
};
