import type { Figure, Target } from '@kneepoint/core';
import type { Named, Outcome } from '../catalogue/statement-parts.ts';
import { type Cell, cell } from '../model/document.ts';
import {
  headlineLatencies,
  type Level,
  repeatedFigure,
  repeatedPercentile,
  type TargetLevel,
  typicalTime,
} from '../model/level.ts';
import { headlineOutcome, outcomesOf } from '../model/outcome.ts';
import { heaviestUsable, type ReportContext, usableLevels, usersOf } from '../model/report-context.ts';

/** A reader with one minute reads no more than this. */
const mostFindings = 5;

type Rule = (context: ReportContext) => Cell[];

const rules: readonly Rule[] = [
  singleUserRule,
  peakRule,
  growthRule,
  firstTokenRule,
  rateRule,
  memoryRule,
  startUpRule,
];

/** The findings of a result, the most important first, each with the numbers and the trust that it stands on. */
export function findFindings(context: ReportContext): Cell[] {
  const found = rules.flatMap((rule) => rule(context)).slice(0, mostFindings);
  return found.length > 0 ? found : [cell(context.catalogue.findings.nothing, 'muted')];
}

/** The finding with what it stands on: how many repeats, and the worst verdict among them. */
function finding(context: ReportContext, text: string, levels: readonly Level[]): Cell {
  const targets = levels.flatMap((level) => level.targets);
  const verdict = targets.find((target) => target.verdict !== 'valid')?.verdict ?? 'valid';
  const repeats = Math.min(...targets.map((target) => target.used.length));
  return cell(
    text,
    verdict === 'valid' ? 'plain' : verdict,
    context.catalogue.findings.repeats(repeats, verdict),
  );
}

function singleUserRule(context: ReportContext): Cell[] {
  const { singleUser, catalogue, result } = context;
  if (singleUser === null || singleUser.targets.some((target) => target.verdict === 'invalid')) return [];
  const speeds = namedFigures(
    singleUser,
    (target) => repeatedFigure(target, (stage) => stage.metrics.requestSpeed)?.mean,
  );
  const [only] = singleUser.targets;
  if (singleUser.targets.length === 1 && only !== undefined) {
    const ttft = typicalTime(only, 'ttft');
    return speeds.map(({ target, value }) =>
      finding(context, catalogue.findings.singleUserTarget(target, ttft, value), [singleUser]),
    );
  }
  if (speeds.length < 2) return [];
  const outcome = headlineOutcome(outcomesOf(result, singleUser, 'requestSpeed'));
  return [finding(context, catalogue.findings.singleUserOutcome(outcome, speeds), [singleUser])];
}

function peakRule(context: ReportContext): Cell[] {
  const { findings } = context.catalogue;
  const level = heaviestUsable(context.concurrency);
  if (level === null) return context.concurrency.length > 0 ? [cell(findings.noUsableLevel, 'invalid')] : [];
  const users = usersOf(level);
  if (users === null || users === 1) return [];
  const { rates, outcome } = throughputAt(context, level);
  const [only] = level.targets;
  if (level.targets.length === 1 && only !== undefined) {
    const perUser = repeatedFigure(only, (stage) => stage.metrics.throughputPerUser)?.mean;
    return rates.flatMap(({ target, value }) =>
      finding(context, findings.peak(target, users, value, perUser ?? value / users), [level]),
    );
  }
  return rates.length < 2 ? [] : [finding(context, findings.peakOutcome(users, outcome, rates), [level])];
}

/** Every target's output throughput (or speed of a request) at a level, and what the comparison of them says. */
export function throughputAt(
  context: ReportContext,
  level: Level,
  metric: 'outputThroughput' | 'requestSpeed' = 'outputThroughput',
): { rates: Named[]; outcome: Outcome } {
  return {
    rates: namedFigures(level, (target) => repeatedFigure(target, (stage) => stage.metrics[metric])?.mean),
    outcome: headlineOutcome(outcomesOf(context.result, level, metric)),
  };
}

function growthRule(context: ReportContext): Cell[] {
  const usable = usableLevels(context.concurrency);
  const [lightest, heaviest] = [usable[0], usable.at(-1)];
  if (lightest === undefined || heaviest === undefined || lightest === heaviest) return [];
  const [from, to] = [usersOf(lightest), usersOf(heaviest)];
  if (from === null || to === null) return [];
  const start = new Map(throughputAt(context, lightest).rates.map(({ target, value }) => [target, value]));
  const growths = throughputAt(context, heaviest).rates.flatMap(({ target, value }) => {
    const first = start.get(target);
    return first === undefined || first <= 0 ? [] : [{ target, value: value / first }];
  });
  if (growths.length === 0) return [];
  return [finding(context, context.catalogue.findings.growth(from, to, growths), [lightest, heaviest])];
}

function firstTokenRule(context: ReportContext): Cell[] {
  const level = heaviestUsable(context.concurrency);
  const users = level === null ? null : usersOf(level);
  if (level === null || users === null || users === 1) return [];
  for (const percentile of ['p99', 'p50'] as const) {
    const worst = namedFigures(level, (target) => {
      const found = repeatedPercentile(target, 'ttft', percentile);
      return found.kind === 'known' ? found.micros : undefined;
    });
    if (worst.length === level.targets.length) {
      return [
        finding(context, context.catalogue.findings.firstTokenUnderLoad(users, worst, percentile), [level]),
      ];
    }
  }
  return [];
}

function rateRule(context: ReportContext): Cell[] {
  const level = heaviestUsable(context.rates);
  if (level === null || level.load.loop !== 'open') return [];
  const { requestsPerSecond } = level.load;
  if (requestsPerSecond === null) return [];
  const { ttft } = headlineLatencies(level.load);
  return level.targets.flatMap((target) => {
    for (const percentile of ['p99', 'p50'] as const) {
      const found = repeatedPercentile(target, ttft, percentile);
      if (found.kind !== 'known') continue;
      const text = context.catalogue.findings.rate(
        target.target,
        requestsPerSecond,
        found.micros,
        percentile,
      );
      return [finding(context, text, [{ ...level, targets: [target] }])];
    }
    return [];
  });
}

function memoryRule(context: ReportContext): Cell[] {
  return figureRule(context, (target) => target.memory.peak, context.catalogue.findings.memory);
}

function startUpRule(context: ReportContext): Cell[] {
  return figureRule(context, (target) => target.initTime, context.catalogue.findings.startUp);
}

/** A figure that each target has once; what was not measured says what it is instead. */
function figureRule(
  { result, catalogue }: ReportContext,
  pick: (target: Target) => Figure,
  write: (named: readonly Named[]) => string,
): Cell[] {
  const figures = result.targets.map((target) => ({ target: target.name, figure: pick(target) }));
  const named = figures.flatMap(({ target, figure: { value } }) =>
    value === null ? [] : [{ target, value }],
  );
  if (named.length < 2 || named.length < figures.length) return [];
  const kinds = [...new Set(figures.map(({ figure }) => figure.kind))].filter((kind) => kind !== 'measured');
  const note = kinds.length === 0 ? null : kinds.map((kind) => catalogue.words.figureKind[kind]).join(', ');
  return [cell(write(named), 'plain', note)];
}

function namedFigures(level: Level, pick: (target: TargetLevel) => number | undefined): Named[] {
  return level.targets.flatMap((target) => {
    const value = pick(target);
    return value === undefined ? [] : [{ target: target.target, value }];
  });
}
