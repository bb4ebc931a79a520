import { type Figure, storedDeployment, type Target, workaroundOf } from '@kneepoint/core';
import { type Block, cell, left } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { commandArguments } from './deployment-arguments.ts';
import { notedPorts, notedReason } from './deployment-notes.ts';
import { type Fact, factTable } from './environment-facts.ts';

/** Image, port, and how long it took until the server answered. */
export function deploymentFacts(context: ReportContext, target: Target): Block[] {
  const { deployment: words, host, facts: factWords, formats } = context.catalogue;
  const { deployment, startup, software } = target;
  const planned = storedDeployment(context.result.plan, target.name);
  const time = (figure: Figure | undefined): string | null =>
    figure === undefined || figure.value === null ? null : formats.duration(figure.value * 1000);
  const versions = Object.entries(software?.packages ?? {}).map(([name, version]) => `${name} ${version}`);
  const packages = [...(software?.python == null ? [] : [software.python]), ...versions];
  const optional = (item: string, value: string | null): Fact[] => (value === null ? [] : [{ item, value }]);
  return factTable(context, [
    {
      item: words.startedAs,
      value: deployment?.kind === 'docker' ? words.asContainer : words.asProcess,
    },
    ...imageFacts(context, deployment),
    ...optional(words.port, portText(context, target)),
    ...optional(
      words.folder,
      planned?.kind === 'process' ? (planned.process.workingDirectory ?? null) : null,
    ),
    ...optional(factWords.packages, packages.length === 0 ? null : packages.join(', ')),
    ...optional(host.firstHealthyAnswer, time(startup?.firstHealthyAnswer)),
    ...optional(host.firstToken, time(startup?.firstToken)),
  ]);
}

function imageFacts({ catalogue }: ReportContext, deployment: Target['deployment']): Fact[] {
  if (deployment?.kind !== 'docker') return [];
  const { digest, reference } = deployment.image;
  // An image that was here has an id; of one that is only named nobody knows where it came from.
  const withoutDigest = deployment.image.id === null ? null : catalogue.deployment.localImage;
  return [
    { item: catalogue.host.image, value: reference },
    { item: catalogue.deployment.digest, value: digest ?? withoutDigest },
  ];
}

function portText({ result, catalogue }: ReportContext, target: Target): string | null {
  const planned = storedDeployment(result.plan, target.name);
  const [planPort] = planned?.kind === 'docker' ? planned.docker.ports : [];
  const mapping = planPort ?? notedPorts(target);
  if (mapping !== null) return catalogue.deployment.portText(mapping.host, mapping.container);
  return portOf(target.url);
}

/** The port of an address; `null` where it is none. */
export function portOf(url: string | null): string | null {
  if (url === null || !/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const { port, protocol } = new URL(url);
  return port === '' ? (protocol === 'https:' ? '443' : '80') : port;
}

/** Each argument in a row, workarounds marked with why. Without a GPU there are no CUDA graphs to turn off. */
export function argumentTable({ catalogue, result }: ReportContext, target: Target): Block {
  const hasGpu = result.source.kind !== 'measured' || result.environment.gpus.length > 0;
  const { deployment: words, columns } = catalogue;
  const rows = commandArguments(target.deployment?.command ?? []).map((argument) => {
    const found = workaroundOf(argument.name, argument.value);
    const code = found === 'no-cuda-graphs' && !hasGpu ? null : found;
    return [
      cell(argument.name),
      cell(argument.value),
      cell(
        code === null ? '' : words.argumentRemarks[code],
        code === null ? 'plain' : 'suspect',
        notedReason(target, argument.name),
      ),
    ];
  });
  const hasRemarks = rows.some(
    ([, , remark]) => remark !== undefined && (remark.text !== '' || remark.note !== null),
  );
  return {
    kind: 'table',
    columns: [left(words.argument), left(columns.value), ...(hasRemarks ? [left(words.remark)] : [])],
    rows: hasRemarks ? rows : rows.map((row) => row.slice(0, 2)),
    notes: [],
  };
}
