import type { Result } from '@kneepoint/core';
import type { ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { throughputAt } from '../findings/throughput-at.ts';
import { headlineLatencies, repeatedFigure, repeatedPercentile, typicalTime } from '../model/level.ts';
import { heaviestUsable, type ReportContext, reportContext, usersOf } from '../model/report-context.ts';
import { cleanLine } from '../write/clean-text.ts';

/** At most three sentences for the terminal: one user, the heaviest load that can be trusted, and the trust. */
export function summarySentences(result: Result, language: ReportLanguage): string[] {
  const context = reportContext(result, catalogues[language]);
  if (result.stages.length === 0) return [context.catalogue.terminal.noStages];
  const load = [...usersSentences(context), ...rateSentences(context)];
  return [...load.slice(0, 2), trustSentence(context)].map(cleanLine);
}

function usersSentences(context: ReportContext): string[] {
  return context.result.targets.length > 1 ? comparedSentences(context) : singleTargetSentences(context);
}

function singleTargetSentences({ singleUser, concurrency, catalogue }: ReportContext): string[] {
  const sentences: string[] = [];
  const alone = singleUser?.targets.find((target) => target.verdict !== 'invalid');
  const speed = alone === undefined ? null : repeatedFigure(alone, (stage) => stage.metrics.decodeSpeed);
  if (alone !== undefined && speed !== null) {
    const ttft = typicalTime(alone, 'ttft');
    sentences.push(catalogue.terminal.singleUser(null, ttft?.micros ?? null, speed.mean));
  }
  const level = heaviestUsable(concurrency);
  const users = level === null ? null : usersOf(level);
  const own = level?.targets[0];
  if (own === undefined || users === null || users === 1) return sentences;
  const rate = repeatedFigure(own, (stage) => stage.metrics.outputThroughput)?.mean;
  const perUser = repeatedFigure(own, (stage) => stage.metrics.throughputPerUser)?.mean;
  if (rate !== undefined && perUser !== undefined)
    sentences.push(catalogue.terminal.together(null, users, rate, perUser));
  return sentences;
}

/** Several targets: who is ahead for one user and at the heaviest level. */
function comparedSentences(context: ReportContext): string[] {
  const levels = [context.singleUser, heaviestUsable(context.concurrency)];
  return [...new Set(levels)].flatMap((level) => {
    const users = level === null ? null : usersOf(level);
    if (level === null || users === null) return [];
    if (level.targets.some((target) => target.verdict === 'invalid')) return [];
    const { rates, outcome } = throughputAt(
      context,
      level,
      users === 1 ? 'requestSpeed' : 'outputThroughput',
    );
    return rates.length === 0 ? [] : [context.catalogue.terminal.ratio(users, outcome, rates)];
  });
}

function rateSentences({ rates, result, catalogue }: ReportContext): string[] {
  const level = heaviestUsable(rates);
  if (level === null || level.load.loop !== 'open') return [];
  const { requestsPerSecond } = level.load;
  if (requestsPerSecond === null) return [];
  return level.targets.map((target) => {
    const ttft = repeatedPercentile(target, headlineLatencies(level.load).ttft, 'p50');
    const name = result.targets.length > 1 ? target.target : null;
    return catalogue.terminal.atRate(name, requestsPerSecond, ttft.kind === 'known' ? ttft.micros : null);
  });
}

function trustSentence({ result, catalogue }: ReportContext): string {
  const count = (verdict: 'suspect' | 'invalid'): number =>
    result.stages.filter((stage) => stage.trust.verdict === verdict).length;
  const [suspect, invalid] = [count('suspect'), count('invalid')];
  return suspect + invalid === 0
    ? catalogue.terminal.allValid
    : catalogue.terminal.trustCounts(suspect, invalid, result.stages.length);
}
