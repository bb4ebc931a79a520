import type { DeploymentPlan, DockerDeployment, Plan } from '@kneepoint/core';
import { matchProblems } from '../../knowledge/match-problems.ts';
import { noFacts, type ProblemFacts } from '../../knowledge/problem-facts.ts';
import { type CheckFinding, fine, problemSeen, skipped } from '../doctor-check.ts';
import type { DoctorHost, GpuSurvey } from '../doctor-host.ts';
import { gpuFactsOf } from '../host/gpus.ts';
import { neededSharedMemoryBytes } from '../host/shared-memory.ts';
import { shownBytes } from '../shown-bytes.ts';
import { argumentsOf, deployedEngine, isUnpinned, variablesOf } from './deployed-engine.ts';

type PlanTarget = Plan['targets'][number];

/** Every known problem that arguments, variables and versions announce on this host's GPUs. */
export function checkArguments(
  target: PlanTarget,
  deploy: DeploymentPlan,
  gpus: GpuSurvey,
): readonly CheckFinding[] {
  const { versionAssumed, ...engine } = deployedEngine(target, deploy);
  const matches = matchProblems({ ...noFacts, ...gpuFactsOf(gpus), ...givenGpus(deploy, gpus), ...engine });
  if (matches.length === 0) return [fine(versionText(engine.engineVersion))];
  const assumed = versionAssumed ? `; version taken as ${engine.engineVersion}` : '';
  const findings = matches.map(
    ({ problem, signs }) =>
      ({
        outcome: 'problem',
        weight: problem.weight,
        detail: `${signs.join('; ')}${assumed}`,
        problem,
      }) as const,
  );
  return findings.toSorted((left, right) => weightOrder(left.weight) - weightOrder(right.weight));
}

const weightOrder = (weight: 'error' | 'advice'): number => (weight === 'error' ? 0 : 1);

/** A plan may be looked at where its GPUs are not: a container that gets some has one of unknown kind at least. */
function givenGpus(deploy: DeploymentPlan, survey: GpuSurvey): Partial<Pick<ProblemFacts, 'gpus'>> {
  const isGiven = deploy.kind === 'docker' && deploy.docker.gpus.kind !== 'none';
  return survey.kind === 'none' && isGiven ? { gpus: [{ computeCapability: null }] } : {};
}

const versionText = (version: string | null): string =>
  version === null
    ? 'nothing is wrong with them in every version; which version this is, the plan does not say'
    : `nothing is wrong with them in ${version}`;

/** Docker gives a container 64 MiB unless it is told otherwise. */
const usualContainerBytes = 64 * 2 ** 20;
const splitArguments = /^(?:--tensor-parallel-size|-tp|--tp-size|--tp)(?:=(\d+))?$/;

/** Whether the processes of a container can talk to each other. */
export function checkContainerMemory(docker: DockerDeployment): CheckFinding {
  if (docker.ipc === 'host') return fine('the shared memory of the host');
  const bytes = docker.shmSize ?? usualContainerBytes;
  const detail = `${shownBytes(bytes)} of shared memory`;
  if (bytes >= neededSharedMemoryBytes) return fine(detail);
  const gpus = splitOver(docker);
  if (gpus > 1) return problemSeen('container-shared-memory-small', `${detail} for ${gpus} GPUs`, 'error');
  return problemSeen('container-shared-memory-small', detail, 'advice');
}

function splitOver({ args }: DockerDeployment): number {
  const words = args.map((word) => (word.kind === 'text' ? word.text : ''));
  for (const [index, word] of words.entries()) {
    const match = splitArguments.exec(word);
    if (match !== null) return Number(match[1] ?? words[index + 1] ?? 1) || 1;
  }
  return 1;
}

/** Whether the image is the same tomorrow. */
export function checkImage({ image }: DockerDeployment): CheckFinding {
  if (isUnpinned(image)) return problemSeen('image-not-pinned', image);
  if (image.includes('/') || image.includes('@sha256:')) return fine(image);
  return problemSeen(
    'image-not-pinned',
    `${image}: a name without a registry, which other hosts may not have`,
  );
}

/** Whether the model is fetched anew by each container. */
export function checkModelCache({ volumes, args }: DockerDeployment): CheckFinding {
  const mounted = volumes.map(({ container }) => container);
  if (mounted.some((path) => /huggingface|hub|model/i.test(path))) return fine(mounted.join(', '));
  const words = args.map((word) => (word.kind === 'text' ? word.text : ''));
  if (words.some((word) => mounted.some((path) => word.startsWith(path)))) return fine(mounted.join(', '));
  return problemSeen(
    'model-cache-not-mounted',
    mounted.length === 0 ? 'no volumes' : `volumes ${mounted.join(', ')}`,
  );
}

/** Whether every variable that the plan reads is set here. */
export function checkVariables(
  target: PlanTarget,
  deploy: DeploymentPlan | null,
  { environment }: DoctorHost,
): CheckFinding {
  const values =
    deploy === null ? [] : [...variablesOf(deploy).map(({ value }) => value), ...argumentsOf(deploy)];
  const names = [
    ...values.flatMap((value) => (value.kind === 'environment' ? [value.name] : [])),
    ...(target.apiKeyEnv === undefined ? [] : [target.apiKeyEnv]),
  ];
  const missing = [...new Set(names)].filter((name) => (environment[name] ?? '') === '');
  if (missing.length > 0) return problemSeen('secret-variable-missing', missing.join(', '));
  return names.length === 0 ? skipped('the plan reads none') : fine(`set: ${[...new Set(names)].join(', ')}`);
}

/** Whether the server will find its port free. */
export async function checkPort(url: string, { isListening }: DoctorHost): Promise<CheckFinding> {
  return (await isListening(url))
    ? problemSeen('port-in-use', `something listens at ${url} already`)
    : fine(`${url} is free`);
}
