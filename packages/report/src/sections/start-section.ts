import type { Figure, Target } from '@kneepoint/core';
import { type Cell, cell, left, right } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { type Section, sectionHeading } from './section.ts';

/** How the servers that Kneepoint started were started, and how long that took; nothing for those that ran already. */
export const startSection: Section = (context) => {
  const { host, columns } = context.catalogue;
  const started = context.result.targets.filter(({ deployment }) => deployment !== null);
  if (started.length === 0) return [];
  return [
    sectionHeading(context, 3, 'start', host.startHeading),
    {
      kind: 'table',
      columns: [
        left(columns.target),
        left(host.image),
        left(host.command),
        right(host.firstHealthyAnswer),
        right(host.firstToken),
      ],
      rows: started.map((target) => startRow(target, context)),
      notes: [],
    },
    {
      kind: 'table',
      columns: [left(columns.target), left(host.software), left(host.modelFiles)],
      rows: started.map((target) => contentsRow(target, context)),
      notes: [],
    },
  ];
};

/** What the server runs on, and what its model's files say. */
function contentsRow({ name, software, modelShape }: Target, { catalogue }: ReportContext): Cell[] {
  const unknown = (reason: string | undefined): Cell =>
    cell(catalogue.words.unknown, 'muted', reason ?? null);
  const versions = Object.entries(software?.packages ?? {}).map(([one, version]) => `${one} ${version}`);
  const parts = [software?.python ?? null, ...versions].filter((part) => part !== null);
  const layers = modelShape?.layers ?? null;
  const shape = [
    modelShape?.architecture ?? null,
    modelShape?.dtype ?? null,
    layers === null ? null : catalogue.host.layers(layers),
    modelShape?.revision ?? null,
  ].filter((part) => part !== null);
  return [
    cell(name),
    parts.length === 0 ? unknown(software?.reasons['python']) : cell(parts.join(', ')),
    shape.length === 0 ? unknown(modelShape?.reasons['architecture']) : cell(shape.join(', ')),
  ];
}

function startRow({ name, deployment, startup }: Target, { catalogue }: ReportContext): Cell[] {
  const image = deployment?.kind === 'docker' ? (deployment.image.digest ?? deployment.image.reference) : '–';
  const time = (figure: Figure | undefined): Cell =>
    figure === undefined || figure.value === null
      ? cell(catalogue.words.unknown, 'muted', figure?.reason ?? null)
      : cell(catalogue.formats.duration(figure.value * 1000));
  return [
    cell(name),
    cell(image),
    cell(deployment?.command.join(' ') ?? ''),
    time(startup?.firstHealthyAnswer),
    time(startup?.firstToken),
  ];
}
