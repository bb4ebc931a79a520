import {
  composeText,
  type DockerDeployment,
  dockerRunText,
  micros,
  type ProcessDeployment,
  processText,
  type ResultDeployment,
  storedDeployment,
  type Target,
} from '@kneepoint/core';
import { type Block, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';

/** Commands that start a target again: from the plan where it tells all, else from the image and the arguments. */
export function deploymentCommands(context: ReportContext, target: Target): Block[] {
  const { deployment: words } = context.catalogue;
  const { deployment, name } = target;
  if (deployment === null) return [];
  const written = writtenCommands(context, name, 'deploy');
  if (written.length > 0) return [paragraph(words.asWritten), ...written];
  const { started, isWhole } = startedOf(context, target);
  return [
    ...(started?.kind === 'docker' ? dockerBlocks(context, name, started.docker) : []),
    ...(started?.kind === 'process'
      ? [paragraph(words.process), { kind: 'code', text: processText(started.process) } as const]
      : []),
    ...(isWhole ? [] : [paragraph(words.incomplete, 'muted')]),
  ];
}

/** One command that starts a target: the source's own words, else the shortest way. */
export function deployBlocks(context: ReportContext, target: Target): Block[] {
  if (target.deployment === null) return [];
  const written = writtenCommands(context, target.name, 'deploy');
  if (written.length > 0) return written;
  const { started } = startedOf(context, target);
  if (started === null) return [];
  const text =
    started.kind === 'docker' ? dockerRunText(target.name, started.docker) : processText(started.process);
  return [{ kind: 'code', text }];
}

type Started =
  | { readonly kind: 'docker'; readonly docker: DockerDeployment }
  | { readonly kind: 'process'; readonly process: ProcessDeployment };

function startedOf(
  { result }: ReportContext,
  { name, deployment }: Target,
): { readonly started: Started | null; readonly isWhole: boolean } {
  const planned = storedDeployment(result.plan, name);
  if (planned !== null) return { started: planned, isWhole: true };
  if (deployment === null) return { started: null, isWhole: false };
  const started: Started =
    deployment.kind === 'docker'
      ? { kind: 'docker', docker: dockerOf(deployment) }
      : { kind: 'process', process: processOf(deployment) };
  return { started, isWhole: false };
}

/** What a person's document tells its reader to run for a target, as it stands there. */
function writtenCommands({ result }: ReportContext, target: string, purpose: 'deploy' | 'test'): Block[] {
  if (result.source.kind !== 'imported') return [];
  return result.source.commands
    .filter((command) => command.target === target && command.purpose === purpose)
    .map(({ text }) => ({ kind: 'code', text }));
}

function dockerBlocks({ catalogue }: ReportContext, name: string, docker: DockerDeployment): Block[] {
  const { deployment: words } = catalogue;
  return [
    paragraph(words.dockerRun),
    { kind: 'code', text: dockerRunText(name, docker) },
    paragraph(words.compose),
    { kind: 'code', text: composeText(name, docker).trimEnd() },
  ];
}

const stopTimeout = micros(30_000_000);
const textValues = (words: readonly string[]) => words.map((text) => ({ kind: 'text' as const, text }));

const dockerOf = ({ image, command }: Extract<ResultDeployment, { kind: 'docker' }>): DockerDeployment => ({
  image: image.digest ?? image.reference,
  gpus: { kind: 'none' },
  ports: [],
  args: textValues(command),
  env: [],
  volumes: [],
  pull: 'missing',
  stopTimeout,
});

const processOf = ({ command }: Extract<ResultDeployment, { kind: 'process' }>): ProcessDeployment => ({
  command: textValues(command),
  env: [],
  stopTimeout,
});
