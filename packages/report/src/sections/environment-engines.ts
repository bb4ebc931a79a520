import type { Target } from '@kneepoint/core';
import { type Block, type Cell, cell, left } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { isDeploymentNote } from './deployment-notes.ts';
import { withoutUnknownColumns } from './unknown-notes.ts';

/** Each target with its engine, version, image and address. */
export function engineTable(context: ReportContext): Block {
  const { columns, host } = context.catalogue;
  const { targets } = context.result;
  const hasImages = targets.some(({ deployment }) => deployment?.kind === 'docker');
  return withoutUnknownColumns(context, {
    kind: 'table',
    columns: [
      left(columns.target),
      left(columns.engine),
      left(columns.version),
      ...(hasImages ? [left(host.image)] : []),
      left(columns.api),
      left(columns.url),
      left(columns.contextLength),
    ],
    rows: targets.map((target) => engineRow(target, context, hasImages)),
    notes: targets.flatMap((target) =>
      target.notes.filter((note) => !isDeploymentNote(note)).map((note) => `${target.name}: ${note}`),
    ),
  });
}

function engineRow(target: Target, { catalogue }: ReportContext, hasImages: boolean): Cell[] {
  const { words, formats } = catalogue;
  const known = (text: string | null): Cell => (text === null ? cell(words.unknown, 'muted') : cell(text));
  const { deployment } = target;
  const image = deployment?.kind === 'docker' ? (deployment.image.digest ?? deployment.image.reference) : '–';
  return [
    cell(target.name),
    cell(words.engine[target.engine], 'plain', target.simulated ? words.simulated : null),
    known(target.version),
    ...(hasImages ? [cell(image)] : []),
    known(target.api),
    known(target.url),
    known(target.maxModelLength === null ? null : formats.count(target.maxModelLength)),
  ];
}
