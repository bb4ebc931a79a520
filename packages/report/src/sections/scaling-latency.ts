import type { PercentileName } from '@kneepoint/core';
import { type Block, type Cell, cell, left, paragraph, right } from '../model/document.ts';
import { repeatedFigure, repeatedPercentile, type TargetLevel } from '../model/level.ts';
import { type ReportContext, usersOf } from '../model/report-context.ts';
import { percentileCell, rateCell, toneOf } from './level-cells.ts';
import { sectionHeading } from './section.ts';

const percentile: PercentileName = 'p50';

type Step = {
  readonly users: number;
  readonly level: TargetLevel;
  /** The next lighter level that can be trusted, and the lightest of these. */
  readonly before: TargetLevel | null;
  readonly lightest: TargetLevel | null;
};

/**
 * What each step to more users brings and what it costs: throughput with its gain, time to first token with its growth.
 * Nothing where no target has two levels, or no time to first token is known.
 */
export function latencyStepsBlocks(context: ReportContext): Block[] {
  const { catalogue, result } = context;
  const { columns, scaling } = catalogue;
  const steps = result.targets.map(({ name }) => ({ name, steps: stepsOf(context, name) }));
  const shown = steps.filter((own) => own.steps.length > 1 && own.steps.some(({ level }) => isKnown(level)));
  if (shown.length === 0) return [];
  return [
    sectionHeading(context, 3, 'latency-throughput', scaling.latency.heading),
    paragraph(scaling.latency.intro),
    {
      kind: 'table',
      columns: [
        left(columns.target),
        right(columns.users),
        right(columns.outputThroughput),
        right(scaling.latency.gain),
        right(columns.ttft(percentile)),
        right(scaling.latency.growth(percentile)),
      ],
      rows: shown.flatMap((own) => own.steps.map((step) => stepRow(context, own.name, step))),
      notes: [],
    },
  ];
}

function isKnown(level: TargetLevel): boolean {
  return repeatedPercentile(level, 'ttft', percentile).kind === 'known';
}

function stepsOf({ concurrency }: ReportContext, target: string): Step[] {
  const levels = concurrency.flatMap((level) => {
    const own = level.targets.find((candidate) => candidate.target === target);
    const users = usersOf(level);
    return own === undefined || users === null ? [] : [{ users, level: own }];
  });
  const usable = levels.filter(({ level }) => level.verdict !== 'invalid');
  return levels.map(({ users, level }) => ({
    users,
    level,
    before: usable.filter((candidate) => candidate.users < users).at(-1)?.level ?? null,
    lightest: usable[0]?.level ?? null,
  }));
}

function stepRow({ catalogue }: ReportContext, target: string, { users, level, ...lighter }: Step): Cell[] {
  const { formats } = catalogue;
  const tone = toneOf(level);
  const gain = quotient(throughputOf(level), throughputOf(lighter.before));
  const growth = quotient(firstTokenOf(level), firstTokenOf(lighter.lightest));
  const isLightest = level === lighter.lightest;
  return [
    cell(target),
    cell(formats.count(users)),
    rateCell(
      catalogue,
      repeatedFigure(level, (stage) => stage.metrics.outputThroughput),
      tone,
    ),
    gain === null ? cell('') : cell(`${formats.ratio(gain)}×`, tone),
    percentileCell(catalogue, level, 'ttft', percentile),
    growth === null || isLightest ? cell('') : cell(`${formats.ratio(growth)}×`, tone),
  ];
}

function throughputOf(level: TargetLevel | null): number | null {
  if (level === null) return null;
  return repeatedFigure(level, (stage) => stage.metrics.outputThroughput)?.mean ?? null;
}

function firstTokenOf(level: TargetLevel | null): number | null {
  const value = level === null ? null : repeatedPercentile(level, 'ttft', percentile);
  return value?.kind === 'known' ? value.micros : null;
}

function quotient(value: number | null, base: number | null): number | null {
  return value === null || base === null || base <= 0 ? null : value / base;
}
