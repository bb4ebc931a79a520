import { type CapacityFigure, type CapacityVerdict, type Stage, thresholdValueText } from '@kneepoint/core';
import { terminalText } from '../screen/terminal-text.ts';
import { wrapWords } from '../screen/wrap-words.ts';
import { alignedColumns } from './aligned-columns.ts';

/** What the text needs beside the verdict. */
export type CapacityTextParts = {
  /** The conditions as a person wrote them. */
  readonly terms: readonly string[];
  readonly stages: readonly (Pick<Stage, 'id' | 'trust'> & { readonly level: number })[];
  /** Width of the terminal; `null` where nothing is wrapped. */
  readonly columns: number | null;
};

/** The answer in a sentence, how sure it is, the curve as a table, and what was not clear. */
export function capacityText(verdict: CapacityVerdict, parts: CapacityTextParts): string {
  const wrapped = (text: string): string =>
    parts.columns === null ? terminalText(text) : wrapWords(terminalText(text), parts.columns);
  const sentences = [answer(verdict, parts.terms), confirmed(verdict)].filter((text) => text !== '');
  const unclear = unclearPoints(verdict, parts.stages).map((text) => `${wrapped(`- ${text}`)}\n`);
  const table = verdict.curve.length === 0 ? '' : `\n${curveTable(verdict, parts.terms)}`;
  return `${wrapped(sentences.join(' '))}\n${table}${unclear.length === 0 ? '' : '\nNot clear:\n'}${unclear.join('')}`;
}

/** The first sentence: the level that keeps the SLO and what the next one does. */
function answer(verdict: CapacityVerdict, terms: readonly string[]): string {
  const { highestKept, censored } = verdict;
  const slo = joined(terms);
  if (highestKept === null) return noCapacity(verdict, slo);
  const soFar = verdict.reason === 'unfinished' ? ' so far' : '';
  const least = censored === 'above-range' ? 'at least ' : '';
  const found = `Capacity${soFar}: ${least}${loadText(verdict, highestKept)} ${keeps(verdict, highestKept)} ${slo}`;
  return `${found}; ${nextLevel(verdict)}.`;
}

function noCapacity(verdict: CapacityVerdict, slo: string): string {
  const { lowestBroken, reason } = verdict;
  if (lowestBroken === null) return `Capacity: unknown; ${noData(verdict)}.`;
  const level = loadText(verdict, lowestBroken);
  if (reason === 'range-start')
    return `Capacity: none; not even ${level} ${keeps(verdict, lowestBroken)} ${slo}${brokenText(verdict, ': ')}.`;
  const breaks = lowestBroken === 1 && verdict.vary === 'users' ? 'breaks' : 'break';
  return `Capacity: below ${level}, which ${breaks} ${slo}${brokenText(verdict, ': ')}; no lower level was tried.`;
}

function nextLevel(verdict: CapacityVerdict): string {
  const { lowestBroken, clientLimit, reason, highestKept } = verdict;
  if (lowestBroken !== null) {
    const breaks = lowestBroken === 1 && verdict.vary === 'users' ? 'breaks' : 'break';
    const why = brokenText(verdict, verdict.notCarried === null ? ' ' : ' it: ');
    return `${lowestBroken} ${breaks}${why === '' ? ' it' : why}`;
  }
  if (clientLimit !== null)
    return `${clientLimit.level} could not be measured, as the client was the bottleneck: ${clientLimit.message}`;
  const above = verdict.curve.find((point) => point.level > (highestKept ?? 0));
  if (above !== undefined)
    return `${above.level} could not be judged: ${missing(above.figures) ?? 'there was no data'}`;
  return reason === 'range-end' ? 'no higher level was allowed' : 'no higher level was tried';
}

/** `tokenGap p99 < 50ms (63ms)`, or what else kept the load from being carried. */
function brokenText({ brokenFirst, notCarried }: CapacityVerdict, before: string): string {
  // Latencies of a load that was not carried depend on how long the stage lasted.
  if (notCarried !== null) return `${before}${notCarried}`;
  if (brokenFirst === null) return '';
  const value =
    brokenFirst.value === null ? '' : ` (${thresholdValueText(brokenFirst.value, brokenFirst.limit)})`;
  return `${before}${brokenFirst.text}${value}`;
}

function confirmed(verdict: CapacityVerdict): string {
  const { confirmation, highestKept, confidence, interval } = verdict;
  if (highestKept === null) return '';
  const sure =
    confidence === null || interval.low === null || interval.high === null
      ? ''
      : ` The capacity lies between ${interval.low} and ${interval.high} with ${Math.round(100 * confidence)} % confidence.`;
  if (confirmation === null) return `It was not measured once more.${sure}`;
  if (confirmation.kept === true) return `Measured once more, it held.${sure}`;
  const why = confirmation.terms.find((term) => term.kept !== true)?.reason ?? 'the load was not carried';
  return `Measured once more, it did not hold: ${why}.${sure}`;
}

function curveTable(verdict: CapacityVerdict, terms: readonly string[]): string {
  const head = [verdict.vary === 'users' ? 'users' : 'requests/s', 'stages', 'kept', ...terms];
  const rows = verdict.curve.map((point) => [
    String(point.level),
    String(point.repeats),
    point.state === 'unmeasurable' ? 'client' : point.state === 'unjudged' ? 'no data' : String(point.kept),
    ...point.figures.map(figureText),
  ]);
  return alignedColumns([head, ...rows]);
}

const figureText = ({ value, limit, kept }: CapacityFigure): string =>
  value === null ? 'no data' : `${thresholdValueText(value, limit)}${kept === false ? ' x' : ''}`;

const budgets = {
  'stage-budget': 'the search ended at its number of stages (--max-stages)',
  'time-budget': 'the search ended at its time (--max-time)',
  unfinished: 'the search was stopped before its end',
} as const;

function unclearPoints(verdict: CapacityVerdict, stages: CapacityTextParts['stages']): string[] {
  const points: string[] = [];
  if (verdict.reason in budgets)
    points.push(`${budgets[verdict.reason as keyof typeof budgets]}, with more levels to look at`);
  if (!verdict.monotone)
    points.push(
      'a higher level kept the SLO although a lower one broke it: the stages differ more than the levels',
    );
  const unjudged = verdict.curve.filter(({ state }) => state === 'unjudged');
  const [first] = unjudged;
  if (first !== undefined)
    points.push(
      `${unjudged.map(({ level }) => level).join(', ')} could not be judged: ${missing(first.figures) ?? 'no data'}`,
    );
  points.push(...doubts(verdict, stages));
  return points;
}

/** Stages that are invalid and those of the border levels by name, the rest as a number. */
function doubts(
  { highestKept, lowestBroken }: CapacityVerdict,
  stages: CapacityTextParts['stages'],
): string[] {
  const doubted = stages.filter(({ trust }) => trust.verdict !== 'valid');
  const named = doubted.filter(
    ({ level, trust }) => trust.verdict === 'invalid' || level === highestKept || level === lowestBroken,
  );
  const texts = named.map(
    ({ id, trust }) => `${id} is ${trust.verdict}: ${trust.reasons.map(({ message }) => message).join('; ')}`,
  );
  const more = doubted.length - named.length;
  const others = more === 1 ? 'another stage is suspect, away' : `${more} other stages are suspect, away`;
  return more === 0 ? texts : [...texts, `${others} from the border`];
}

function noData(verdict: CapacityVerdict): string {
  const figures = verdict.curve.flatMap((point) => point.figures);
  const why = verdict.clientLimit?.message ?? missing(figures);
  return verdict.curve.length === 0
    ? 'nothing was measured'
    : `no level could be judged${why === null ? '' : ` (${why})`}`;
}

/** Why a condition had no data. */
function missing(figures: readonly CapacityFigure[]): string | null {
  const figure = figures.find(({ kept, reason }) => kept === null && reason !== null);
  if (figure === undefined) return null;
  const hint = figure.reason?.startsWith('too few') === true ? '; a longer --duration gives more' : '';
  return `${figure.text}: ${figure.reason}${hint}`;
}

const loadText = ({ vary }: CapacityVerdict, level: number): string =>
  vary === 'rate' ? `${level} requests/s` : `${level} ${level === 1 ? 'user' : 'users'}`;

const keeps = ({ vary }: CapacityVerdict, level: number): string =>
  vary === 'users' && level === 1 ? 'keeps' : 'keep';

const joined = (terms: readonly string[]): string =>
  terms.length < 2 ? terms.join('') : `${terms.slice(0, -1).join(', ')} and ${terms.at(-1)}`;
