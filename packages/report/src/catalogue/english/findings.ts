import type { Cautions, Findings } from '../catalogue.ts';
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
      return 'the difference is not significant';
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
  singleUserOutcome: (outcome, speeds) =>
    `Single user: ${rates(speeds)}; ${verdictClause(outcome, (winner, factor) => `${winner} is ${factor} times as fast`)}.`,
  peak: (target, users, rate, perUser) =>
    `With ${englishUsers(users)} ${target} produces ${formats.rate(rate)} together, ${formats.rateNumber(perUser)} for each.`,
  peakOutcome: (users, outcome, named) =>
    `With ${englishUsers(users)}: ${rates(named)}; ${verdictClause(outcome, (winner, factor) => `${winner} produces ${factor} times as much`)}.`,
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
  memory: (bytes) =>
    `At the heaviest load the server uses ${englishList(
      bytes.map(({ target, value }) => `${formats.bytes(value)} for ${target}`),
    )} of memory.`,
  rate: (target, rate, ttft, percentile) =>
    `At ${formats.requests(rate)} requests/s a user of ${target} waits ${formats.duration(ttft)} (${percentile}) for the first token, counted from the planned arrival.`,
  repeats: (repeats, verdict) =>
    `${repeats === 1 ? 'one repeat' : `${formats.count(repeats)} repeats`}, ${verdict}`,
  noUsableLevel:
    'Nothing can be said about concurrent users: at every level a stage is invalid or a target is missing.',
  nothing: 'No stage measured anything that a sentence could stand on.',
};

export const englishCautions: Cautions = {
  simulated: (targets) =>
    targets.length === 1
      ? `${englishList(targets)} is a simulated server: its figures show what the tool measures, not how fast an engine is.`
      : `${englishList(targets)} are simulated servers: their figures show what the tool measures, not how fast an engine is.`,
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
          : englishList(levels);
    return `There were too few samples for the ${percentile} of the time to first token at ${where}.`;
  },
  differentModels: (models) => `The targets do not serve the same model: ${englishList(models)}.`,
  differentLength: (level, lengths) =>
    `At ${level} the answers differ in length (${englishList(
      lengths.map(({ target, value }) => `${target} ${formats.count(value)} tokens`),
    )} on average): the targets did not do the same work.`,
  unfinished: (count, reason) =>
    `${formats.count(count)} ${count === 1 ? 'stage' : 'stages'} did not run to the end${reason === null ? '' : ` (${reason})`}.`,
  dropped: (level, dropped, planned) =>
    `At ${level} ${formats.count(dropped)} of ${formats.count(planned)} planned requests were never sent, because too many were in flight.`,
  none: 'Nothing in this result limits what the figures say.',
};
