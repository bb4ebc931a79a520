import type { Stage } from '@kneepoint/core';
import { type Cell, cell } from '../model/document.ts';
import { headlineLatencies } from '../model/level.ts';
import { allLevels, levelName, type ReportContext } from '../model/report-context.ts';
import { findUntrusted } from './find-untrusted.ts';

/** Answers whose mean lengths differ by more than this share are not the same work. */
const sameLengthShare = 0.02;

type Rule = (context: ReportContext) => Cell[];

const rules: readonly Rule[] = [
  simulatedRule,
  unfinishedRule,
  findUntrusted,
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

function differentModelsRule({ result, catalogue }: ReportContext): Cell[] {
  const models = [...new Set(result.targets.flatMap((target) => target.model ?? []))];
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
    if (stage.tokens.output === null || stage.counts === null || stage.counts.cut > 0) return null;
    tokens += stage.tokens.output;
    requests += stage.counts.completed;
  }
  return requests === 0 ? null : tokens / requests;
}

function droppedRule(context: ReportContext): Cell[] {
  return context.rates.flatMap((level) => {
    const stages = level.targets.flatMap((target) => target.stages);
    const dropped = stages.reduce((sum, stage) => sum + (stage.counts?.dropped ?? 0), 0);
    const planned = stages.reduce((sum, stage) => sum + (stage.counts?.planned ?? 0), 0);
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

/** The levels whose time to first token has samples, but too few for a percentile that the tables print. */
function tooFewRule(context: ReportContext): Cell[] {
  const { catalogue } = context;
  const levels = allLevels(context);
  return (['p50', 'p99'] as const).flatMap((percentile) => {
    const without = levels.filter(({ load, targets }) => {
      const { ttft } = headlineLatencies(load);
      const distributions = targets.flatMap((target) => target.used).map((stage) => stage.metrics[ttft]);
      return distributions.some(({ count, [percentile]: value }) => (count ?? 0) > 0 && value === null);
    });
    if (without.length === 0) return [];
    const names = without.map((level) => levelName(catalogue, level));
    return [cell(catalogue.cautions.tooFewSamples(percentile, [...new Set(names)], levels.length))];
  });
}
