import type { Target } from '@kneepoint/core';
import { type Block, type Cell, cell, left } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { type Section, sectionHeading } from './section.ts';

/** The host that sent the load and the targets as they answered. */
export const environmentSection: Section = (context) => {
  const { headings, columns } = context.catalogue;
  return [
    sectionHeading(context, 2, 'environment', headings.environment),
    sectionHeading(context, 3, 'host', headings.host),
    { kind: 'table', columns: [left(columns.item), left(columns.value)], rows: hostRows(context), notes: [] },
    sectionHeading(context, 3, 'targets', headings.targets),
    targetTable(context),
  ];
};

function hostRows({ result, catalogue }: ReportContext): Cell[][] {
  const { environment: words, formats } = catalogue;
  const { host, os, kernel, cpu, memory, gpus, reasons } = result.environment;
  const gpuTexts = gpus.map((gpu) => words.gpuText(gpu.name, gpu.memory, gpu.driver));
  const rows: readonly (readonly [string, string | null])[] = [
    [words.host, host],
    [words.operatingSystem, os],
    [words.kernel, kernel],
    [words.processor, cpu === null ? null : words.cores(cpu.model, cpu.cores)],
    [words.memory, memory === null ? null : formats.bytes(memory.total)],
    [words.gpu, gpuTexts.length > 0 ? gpuTexts.join('; ') : words.unknownBecause(reasons['gpus'] ?? '')],
    [words.tool, words.toolText(result.tool.version, result.tool.commit, result.tool.node)],
    [words.date, formats.instant(result.createdAt)],
  ];
  return rows.flatMap(([item, value]) => (value === null ? [] : [[cell(item), cell(value)]]));
}

function targetTable({ result, catalogue }: ReportContext): Block {
  const { columns } = catalogue;
  return {
    kind: 'table',
    columns: [
      left(columns.target),
      left(columns.engine),
      left(columns.version),
      left(columns.model),
      left(columns.api),
      left(columns.url),
      left(columns.contextLength),
    ],
    rows: result.targets.map((target) => targetRow(target, catalogue)),
    notes: result.targets.flatMap((target) => target.notes.map((note) => `${target.name}: ${note}`)),
  };
}

function targetRow(target: Target, { words, formats }: ReportContext['catalogue']): Cell[] {
  return [
    cell(target.name),
    cell(words.engine[target.engine], 'plain', target.simulated ? words.simulated : null),
    target.version === null ? cell(words.unknown, 'muted') : cell(target.version),
    target.model === null ? cell(words.unknown, 'muted') : cell(target.model),
    target.api === null ? cell(words.unknown, 'muted') : cell(target.api),
    target.url === null ? cell(words.unknown, 'muted') : cell(target.url),
    target.maxModelLength === null
      ? cell(words.unknown, 'muted')
      : cell(formats.count(target.maxModelLength)),
  ];
}
