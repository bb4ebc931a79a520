import { type CapacityFigure, type CapacityVerdict, type Stage, thresholdValueText } from '@kneepoint/core';
import { reasonInWords, trustReasonText, trustVerdictText, wrapToWidth } from '@kneepoint/report';
import { terminalText } from '../screen/terminal-text.ts';
import type { CapacityWords } from '../words/capacity-words.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';
import { alignedColumns } from './aligned-columns.ts';

/** What the text needs beside the verdict. */
export type CapacityTextParts = {
  /** The conditions as a person wrote them. */
  readonly terms: readonly string[];
  readonly stages: readonly (Pick<Stage, 'id' | 'trust'> & { readonly level: number })[];
  /** Width of the terminal; `null` where nothing is wrapped. */
  readonly columns: number | null;
  readonly language: MessageLanguage;
};

type Saying = { readonly words: CapacityWords; readonly language: MessageLanguage };

/** The answer in a sentence, how sure it is, the curve as a table, and what was not clear. */
export function capacityText(verdict: CapacityVerdict, parts: CapacityTextParts): string {
  const { columns, language, terms, stages } = parts;
  const saying = { words: wordsOf(language).capacity, language };
  const wrapped = (text: string): string =>
    columns === null ? terminalText(text) : wrapToWidth(terminalText(text), columns).join('\n');
  const sentences = [answer(verdict, terms, saying), ...confirmed(verdict, saying)];
  const unclear = unclearPoints(verdict, stages, saying).map((text) => `${wrapped(`- ${text}`)}\n`);
  const table = verdict.curve.length === 0 ? '' : `\n${curveTable(verdict, terms, saying)}`;
  const heading = unclear.length === 0 ? '' : `\n${saying.words.notClear}\n`;
  return `${wrapped(sentences.join(' '))}\n${table}${heading}${unclear.join('')}`;
}

/** The first sentence: the level that keeps the SLO and what the next one does. */
function answer(verdict: CapacityVerdict, terms: readonly string[], saying: Saying): string {
  const { words } = saying;
  const { highestKept, censored, vary: unit, reason } = verdict;
  const slo = words.conditions(terms);
  if (highestKept === null) return noCapacity(verdict, slo, saying);
  return words.found({
    level: highestKept,
    unit,
    slo,
    next: nextLevel(verdict, saying),
    isSoFar: reason === 'unfinished',
    isAtLeast: censored === 'above-range',
  });
}

function noCapacity(verdict: CapacityVerdict, slo: string, saying: Saying): string {
  const { words } = saying;
  const { lowestBroken, reason, vary: unit } = verdict;
  if (lowestBroken === null) return words.unknown(noData(verdict, saying));
  const broken = brokenText(verdict);
  return reason === 'range-start'
    ? words.noneKept(lowestBroken, unit, slo, broken)
    : words.below(lowestBroken, unit, slo, broken);
}

function nextLevel(verdict: CapacityVerdict, saying: Saying): string {
  const { words } = saying;
  const { lowestBroken, clientLimit, reason, highestKept, vary: unit, notCarried } = verdict;
  if (lowestBroken !== null)
    return notCarried === null
      ? words.nextBreaks(lowestBroken, unit, brokenText(verdict))
      : words.nextNotCarried(lowestBroken, unit, notCarried);
  if (clientLimit !== null) return words.clientLimit(clientLimit.level, clientLimit.message);
  const above = verdict.curve.find((point) => point.level > (highestKept ?? 0));
  if (above !== undefined)
    return words.notJudged(String(above.level), missing(above.figures, saying) ?? words.noData);
  return reason === 'range-end' ? words.noHigherAllowed : words.noHigherTried;
}

/** `tokenGap p99 < 50ms (63ms)`, or what else kept the load from being carried. */
function brokenText({ brokenFirst, notCarried }: CapacityVerdict): string {
  // Latencies of a load that was not carried depend on how long the stage lasted.
  if (notCarried !== null) return notCarried;
  if (brokenFirst === null) return '';
  const value =
    brokenFirst.value === null ? '' : ` (${thresholdValueText(brokenFirst.value, brokenFirst.limit)})`;
  return `${brokenFirst.text}${value}`;
}

function confirmed(verdict: CapacityVerdict, { words, language }: Saying): readonly string[] {
  const { confirmation, highestKept, confidence, interval } = verdict;
  if (highestKept === null) return [];
  const sure =
    confidence === null || interval.low === null || interval.high === null
      ? []
      : [words.between(interval.low, interval.high, Math.round(100 * confidence))];
  if (confirmation === null) return [words.notConfirmed, ...sure];
  if (confirmation.kept === true) return [words.held, ...sure];
  const why = confirmation.terms.find((term) => term.kept !== true)?.reason ?? null;
  return [words.didNotHold(why === null ? words.notCarried : reasonInWords(why, language)), ...sure];
}

function curveTable(verdict: CapacityVerdict, terms: readonly string[], { words }: Saying): string {
  const { columns, cells } = words;
  const head = [
    verdict.vary === 'users' ? columns.users : columns.rate,
    columns.stages,
    columns.kept,
    ...terms,
  ];
  const rows = verdict.curve.map((point) => [
    String(point.level),
    String(point.repeats),
    point.state === 'unmeasurable'
      ? cells.client
      : point.state === 'unjudged'
        ? cells.noData
        : String(point.kept),
    ...point.figures.map((figure) => figureText(figure, cells.noData)),
  ]);
  return alignedColumns([head, ...rows]);
}

const figureText = ({ value, limit, kept }: CapacityFigure, noDataText: string): string =>
  value === null ? noDataText : `${thresholdValueText(value, limit)}${kept === false ? ' x' : ''}`;

function unclearPoints(
  verdict: CapacityVerdict,
  stages: CapacityTextParts['stages'],
  saying: Saying,
): string[] {
  const { words } = saying;
  const points: string[] = [];
  if (verdict.reason in words.ended) points.push(words.ended[verdict.reason as keyof typeof words.ended]);
  if (!verdict.monotone) points.push(words.notMonotone);
  const unjudged = verdict.curve.filter(({ state }) => state === 'unjudged');
  const [first] = unjudged;
  if (first !== undefined) {
    const levels = unjudged.map(({ level }) => level).join(', ');
    points.push(words.notJudged(levels, missing(first.figures, saying) ?? words.cells.noData));
  }
  return [...points, ...doubts(verdict, stages, saying)];
}

/** Stages that are invalid and those of the border levels by name, the rest as a number. */
function doubts(
  { highestKept, lowestBroken }: CapacityVerdict,
  stages: CapacityTextParts['stages'],
  { words, language }: Saying,
): string[] {
  const doubted = stages.filter(({ trust }) => trust.verdict !== 'valid');
  const named = doubted.filter(
    ({ level, trust }) => trust.verdict === 'invalid' || level === highestKept || level === lowestBroken,
  );
  const texts = named.map(({ id, trust }) => {
    const reasons = trust.reasons.map((reason) =>
      language === 'en' ? reason.message : trustReasonText(reason, language),
    );
    return words.stageIs(id, trustVerdictText(trust.verdict, language), reasons.join('; '));
  });
  const more = doubted.length - named.length;
  return more === 0 ? texts : [...texts, words.othersSuspect(more)];
}

function noData(verdict: CapacityVerdict, saying: Saying): string {
  const { words } = saying;
  if (verdict.curve.length === 0) return words.nothingMeasured;
  const figures = verdict.curve.flatMap((point) => point.figures);
  return words.noLevelJudged(verdict.clientLimit?.message ?? missing(figures, saying));
}

/** Why a condition had no data. */
function missing(figures: readonly CapacityFigure[], { words, language }: Saying): string | null {
  const figure = figures.find(({ kept, reason }) => kept === null && reason !== null);
  if (figure === undefined) return null;
  const hint = figure.reason?.startsWith('too few') === true ? words.longerGivesMore : '';
  return `${figure.text}: ${reasonInWords(figure.reason ?? '', language)}${hint}`;
}
