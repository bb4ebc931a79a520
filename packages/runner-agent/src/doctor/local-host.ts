import { statfs } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { createDockerClient } from '../deployments/docker/docker-client.ts';
import { dockerSocketPath } from '../deployments/docker/docker-endpoint.ts';
import { checkAddressIsFree } from '../deployments/readiness/port-in-use.ts';
import { localCommands } from '../environment/command-runner.ts';
import { localFiles } from '../environment/host-files.ts';
import { dockerSurveyOf } from './docker-survey.ts';
import type { DockerSurvey, DoctorHost, GpuSurveyor } from './doctor-host.ts';

/** This host. GPUs are looked for in the way that is given, because not every program can load the driver's library. */
export function localHost(environment: DoctorHost['environment'], gpus: GpuSurveyor): DoctorHost {
  return {
    nodeVersion: process.versions.node,
    cores: availableParallelism(),
    memoryBytes: memoryLimit(),
    environment,
    files: localFiles,
    run: localCommands,
    sharedMemoryBytes,
    docker: () => surveyDocker(environment),
    gpus: () => gpus({ run: localCommands, files: localFiles }),
    isListening: async (url) => !(await checkAddressIsFree(url)).ok,
  };
}

/** Node gives 0 or a huge number where there is no limit. */
function memoryLimit(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

async function sharedMemoryBytes(): Promise<number | null> {
  try {
    const { blocks, bsize } = await statfs('/dev/shm');
    return blocks * bsize;
  } catch {
    return null;
  }
}

const patienceMillis = 5000;

async function surveyDocker(environment: DoctorHost['environment']): Promise<DockerSurvey> {
  const socket = dockerSocketPath(environment);
  if (!socket.ok) return { kind: 'unreachable', reason: socket.problem.message };
  const client = createDockerClient(socket.value);
  try {
    const answer = await client.call({
      method: 'GET',
      path: '/info',
      signal: AbortSignal.timeout(patienceMillis),
    });
    if (!answer.ok) return { kind: 'unreachable', reason: answer.problem.message };
    return dockerSurveyOf(answer.value);
  } finally {
    await client.close();
  }
}
