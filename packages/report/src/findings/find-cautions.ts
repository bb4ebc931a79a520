import type { Stage } from '@kneepoint/core';
import { type Cell, cell } from '../model/document.ts';
import { headlineLatencies, type Level, levelsOf, type TargetLevel } from '../model/level.ts';
import { levelName, type ReportContext } from '../model/report-context.ts';

/** Levels named one by one before the rest is only counted. */
const mostNamed = 6;
/** Answers whose mean lengths differ by more than this share are not the same work. */
const sameLengthShare = 0.02;

type Rule = (context: ReportContext) => Cell[];

const rules: readonly Rule[] = [
  simulatedRule,
  unfinishedRule,
  untrustedRule,
  differentModelsRule,
  differentLengthRule,
  droppedRule,
  oneRepeatRule,
  tooFewRule,
];

/** What a reader must not conclude from a result, what weighs most first. */
export function findCautions(context: ReportContext): Cell[] {
  const found = rules.flatMap((rule) => rule(context));
  return found.length > 0 ? found : [cell(context.catalogue.cautions.none, 'muted')];
}

function simulatedRule({ result, catalogue }: ReportContext): Cell[] {
  const simulated = result.targets.filter((target) => target.simulated).map((target) => target.name);
  return simulated.length === 0 ? [] : [cell(catalogue.cautions.simulated(simulated), 'suspect')];
}

function unfinishedRule({ result, catalogue }: ReportContext): Cell[] {
  const unfinished = result.stages.filter((stage) => stage.status !== 'completed');
  if (unfinished.length === 0) return [];
  return [
    cell(catalogue.cautions.unfinished(unfinished.length, unfinished[0]?.statusReason ?? null), 'suspect'),
  ];
}

function untrustedRule(context: ReportContext): Cell[] {
  const { catalogue } = context;
  const untrusted = allLevels(context).flatMap((level) =>
    level.targets.flatMap((target) =>
      (['invalid', 'suspect'] as const).flatMap((verdict) => untrustedCell(context, level, target, verdict)),
    ),
  );
  const sorted = [
    ...untrusted.filter(({ tone }) => tone === 'invalid'),
    ...untrusted.filter(({ tone }) => tone !== 'invalid'),
  ];
  const rest = sorted.length - mostNamed;
  if (rest <= 1) return sorted;
  return [...sorted.slice(0, mostNamed), cell(catalogue.cautions.moreUntrusted(rest), 'suspect')];
}

function untrustedCell(
  context: ReportContext,
  level: Level,
  target: TargetLevel,
  verdict: 'invalid' | 'suspect',
): Cell[] {
  const { catalogue } = context;
  const stages = target.stages.filter((stage) => stage.trust.verdict === verdict);
  if (stages.length === 0) return [];
  const repeats = stages.length === target.stages.length ? [] : stages.map((stage) => stage.repeat);
  const where = catalogue.cautions.where(target.target, levelName(catalogue, level), repeats);
  const reasons = new Map(
    stages.flatMap((stage) => stage.trust.reasons).map((reason) => [reason.code, reason]),
  );
  return [
    cell(catalogue.cautions.untrusted(where, verdict, [...reasons.values()].map(catalogue.trust)), verdict),
  ];
}

function differentModelsRule({ result, catalogue }: ReportContext): Cell[] {
  const models = [...new Set(result.targets.map((target) => target.model))];
  return models.length < 2 ? [] : [cell(catalogue.cautions.differentModels(models), 'suspect')];
}

function differentLengthRule(context: ReportContext): Cell[] {
  return allLevels(context).flatMap((level) => {
    const lengths = level.targets.flatMap((target) => {
      const value = meanOutputTokens(target.used);
      return value === null ? [] : [{ target: target.target, value }];
    });
    const values = lengths.map(({ value }) => value);
    if (values.length < 2 || Math.max(...values) <= Math.min(...values) * (1 + sameLengthShare)) return [];
    return [
      cell(
        context.catalogue.cautions.differentLength(levelName(context.catalogue, level), lengths),
        'suspect',
      ),
    ];
  });
}

function meanOutputTokens(stages: readonly Stage[]): number | null {
  let [tokens, requests] = [0, 0];
  for (const stage of stages) {
    // Tokens of cut requests are in the total, so a stage with cuts has no mean length to compare.
    if (stage.tokens.output === null || stage.counts.cut > 0) return null;
    tokens += stage.tokens.output;
    requests += stage.counts.completed;
  }
  return requests === 0 ? null : tokens / requests;
}

function droppedRule(context: ReportContext): Cell[] {
  return context.rates.flatMap((level) => {
    const stages = level.targets.flatMap((target) => target.stages);
    const dropped = stages.reduce((sum, stage) => sum + stage.counts.dropped, 0);
    const planned = stages.reduce((sum, stage) => sum + stage.counts.planned, 0);
    if (dropped === 0) return [];
    return [
      cell(
        context.catalogue.cautions.dropped(levelName(context.catalogue, level), dropped, planned),
        'suspect',
      ),
    ];
  });
}

function oneRepeatRule({ result, catalogue }: ReportContext): Cell[] {
  const repeats = Math.max(0, ...result.stages.map((stage) => stage.repeat));
  return repeats === 1 ? [cell(catalogue.cautions.oneRepeat)] : [];
}

/** Names the levels whose time to first token has samples, but too few for a percentile that the tables print. */
function tooFewRule(context: ReportContext): Cell[] {
  const missing = new Set<string>();
  const levels = new Set<string>();
  for (const level of allLevels(context)) {
    const { ttft } = headlineLatencies(level.load);
    for (const stage of level.targets.flatMap((target) => target.used)) {
      for (const percentile of ['p50', 'p99'] as const) {
        if (stage.metrics[ttft].count === 0 || stage.metrics[ttft][percentile] !== null) continue;
        missing.add(percentile);
        levels.add(levelName(context.catalogue, level));
      }
    }
  }
  return missing.size === 0
    ? []
    : [cell(context.catalogue.cautions.tooFewSamples([...missing], [...levels]))];
}

function allLevels(context: ReportContext): Level[] {
  return levelsOf(context.result, () => true);
}
