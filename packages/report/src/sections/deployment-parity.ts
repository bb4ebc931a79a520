import type { ParityDifference } from '@kneepoint/core';
import { type Block, type Cell, cell, left, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { sectionHeading } from './section.ts';

/** The parity check: every difference between the targets that could favour one side; nothing for a single target. */
export function parityBlocks(context: ReportContext): Block[] {
  const { result, catalogue } = context;
  if (result.targets.length < 2) return [];
  const { deployment: words } = catalogue;
  const { parity } = result.analysis;
  const unset = result.targets
    .filter(({ deployment, serverConfig }) => deployment === null && serverConfig === null)
    .map(({ name }) => name);
  return [
    sectionHeading(context, 3, 'parity', words.parity),
    ...(parity.length === 0
      ? [paragraph(unset.length === 0 ? words.parityNone : words.parityUnchecked(unset))]
      : [paragraph(words.parityIntro), parityTable(context)]),
  ];
}

function parityTable({ result, catalogue }: ReportContext): Block {
  const { deployment: words } = catalogue;
  const names = result.targets.map(({ name }) => name);
  return {
    kind: 'table',
    columns: [left(words.difference), ...names.map(left), left(words.favours)],
    rows: result.analysis.parity.map((difference) => parityRow(difference, names, catalogue)),
    notes: [],
  };
}

function parityRow(
  difference: ParityDifference,
  names: readonly string[],
  catalogue: ReportContext['catalogue'],
): Cell[] {
  const { deployment: words, parity } = catalogue;
  const { code, severity, values } = difference;
  const sides = names.map((name) => values.find(({ target }) => target === name));
  return [
    cell(parity.name[code], severity === 'note' ? 'plain' : 'suspect'),
    ...sides.map((side) =>
      side === undefined ? cell(catalogue.words.unknown, 'muted') : cell(parity.value(code, side)),
    ),
    difference.favours === null ? cell(words.nobodyKnown, 'muted') : cell(difference.favours),
  ];
}
