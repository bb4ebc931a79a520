import type { PhysicalLimit } from '@kneepoint/core';
import type { LimitInputs } from '../catalogue/scaling-words.ts';
import { type Block, type Cell, cell, left, paragraph, right } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { sectionHeading } from './section.ts';

/** Suites whose loads are rows; those in languages repeat the single user. */
const shownSuites: ReadonlySet<string> = new Set(['single-user', 'concurrency', 'bench', 'capacity']);

/** What the hardware allows and the share of it that was reached, or why that is unknown. */
export function physicalLimitBlocks(context: ReportContext): Block[] {
  const { catalogue, result } = context;
  const { limit: words } = catalogue.scaling;
  const limits = result.analysis.physicalLimits.filter(({ suite }) => shownSuites.has(suite));
  const known = limits.filter(({ limit }) => limit !== null);
  const reasons = reasonTexts(context, limits);
  if (known.length === 0 && reasons.length === 0) return [];
  return [
    sectionHeading(context, 3, 'physical-limit', words.heading),
    ...(known.length === 0
      ? reasons.map((text) => paragraph(text, 'muted'))
      : limitTable(context, known, reasons)),
  ];
}

function limitTable(
  context: ReportContext,
  known: readonly PhysicalLimit[],
  reasons: readonly string[],
): Block[] {
  const { catalogue } = context;
  const { limit: words } = catalogue.scaling;
  const isEstimated = known.some(({ kind }) => kind === 'estimated');
  const above = targetsOf(known.filter(({ share }) => share !== null && share > 1));
  return [
    paragraph(words.intro),
    ...(above.length > 0 ? [paragraph(words.above(above), 'invalid')] : []),
    {
      kind: 'table',
      columns: [
        left(catalogue.columns.target),
        left(words.load),
        right(words.measured),
        right(words.limit),
        right(words.share),
        left(words.boundBy),
      ],
      rows: known.map((limit) => limitRow(context, limit)),
      notes: [...inputTexts(context, known), ...reasons, ...(isEstimated ? [words.estimated] : [])],
    },
  ];
}

function limitRow({ catalogue }: ReportContext, limit: PhysicalLimit): Cell[] {
  const { formats, words, levels } = catalogue;
  const { limit: own } = catalogue.scaling;
  const load = levels.users(limit.users);
  const isAbove = limit.share !== null && limit.share > 1;
  const optional = (value: number | null, format: (value: number) => string): Cell =>
    value === null ? cell(words.unknown, 'muted') : cell(format(value), isAbove ? 'invalid' : 'plain');
  return [
    cell(limit.target),
    cell(limit.phase === 'prefill' ? own.prefillOf(load) : load),
    optional(limit.measured, formats.rateNumber),
    optional(limit.limit, formats.rateNumber),
    optional(limit.share, formats.share),
    cell(limit.boundBy === null ? words.unknown : own.bounds[limit.boundBy]),
  ];
}

/** What the limits are made of; targets on the same model and accelerator share a sentence. */
function inputTexts({ catalogue }: ReportContext, known: readonly PhysicalLimit[]): string[] {
  const byInputs = Map.groupBy(known, ({ inputs }) =>
    JSON.stringify([
      inputs.accelerator,
      inputs.accelerators,
      inputs.bandwidth,
      inputs.peakFlops,
      inputs.weightBytes,
    ]),
  );
  return [...byInputs.values()].flatMap((limits) => {
    const inputs = inputsOf(limits[0]);
    return inputs === null ? [] : [catalogue.scaling.limit.inputs(targetsOf(limits), inputs)];
  });
}

function inputsOf(limit: PhysicalLimit | undefined): LimitInputs | null {
  if (limit === undefined) return null;
  const { accelerator, accelerators, bandwidth, peakFlops, weightBytes } = limit.inputs;
  if (accelerator === null || accelerators === null || bandwidth === null || weightBytes === null)
    return null;
  return { accelerator, accelerators, bandwidth, peakFlops, weightBytes };
}

function reasonTexts({ catalogue }: ReportContext, limits: readonly PhysicalLimit[]): string[] {
  const byReason = Map.groupBy(limits, ({ reason }) => reason);
  return [...byReason].flatMap(([reason, own]) =>
    reason === null ? [] : [catalogue.scaling.limit.reason(reason, targetsOf(own))],
  );
}

function targetsOf(limits: readonly PhysicalLimit[]): string[] {
  return [...new Set(limits.map(({ target }) => target))];
}
