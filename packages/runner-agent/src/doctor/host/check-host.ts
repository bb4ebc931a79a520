import type { CheckFinding, DoctorCheck } from '../doctor-check.ts';
import type { DockerSurvey, DoctorHost, GpuSurvey } from '../doctor-host.ts';
import { checkClockSource } from './clock-source.ts';
import { checkContainerToolkit, checkDocker } from './docker.ts';
import { checkDriver, checkGpus } from './gpus.ts';
import { checkOpenFiles, checkPorts } from './limits.ts';
import { checkCores, checkMemory, checkNode } from './processor.ts';
import { checkSharedMemory } from './shared-memory.ts';

/** What was found on this host, for the checks of a plan too. */
export type HostSurvey = { readonly gpus: GpuSurvey; readonly docker: DockerSurvey };

/** Looks for GPUs and Docker once. */
export async function surveyHost(host: DoctorHost): Promise<HostSurvey> {
  const [gpus, docker] = await Promise.all([host.gpus(), host.docker()]);
  return { gpus, docker };
}

/** All checks of this host, in the order in which they are shown. */
export async function checkHost(
  host: DoctorHost,
  survey: HostSurvey,
  needsDocker: boolean,
): Promise<readonly DoctorCheck[]> {
  const { docker, gpus } = survey;
  const findings: readonly (readonly [string, CheckFinding | Promise<CheckFinding>])[] = [
    ['node', checkNode(host)],
    ['cores', checkCores(host)],
    ['memory', checkMemory(host)],
    ['file-descriptors', checkOpenFiles(host)],
    ['ports', checkPorts(host)],
    ['clock-source', checkClockSource(host)],
    ['shared-memory', checkSharedMemory(host)],
    ['gpu', checkGpus(gpus)],
    ['driver', checkDriver(gpus)],
    ['docker', checkDocker(docker, needsDocker)],
    ['container-toolkit', checkContainerToolkit(docker, gpus, host)],
  ];
  return Promise.all(
    findings.map(
      async ([name, finding]) => ({ scope: 'host', name, target: null, ...(await finding) }) as const,
    ),
  );
}
