import type { DockerDeployment } from '../deployments/docker-deployment.ts';
import type { PlannedVariable } from '../deployments/environment-field.ts';
import type { GpuRequest } from '../deployments/gpu-request.ts';
import type { HealthCheck } from '../deployments/health-check.ts';
import type { VolumeMount } from '../deployments/volume-mounts.ts';
import { goDuration } from './go-duration.ts';
import { pathWord, type ShellWord, shellCommandText, shellQuote, variable, word } from './shell-text.ts';

type Line = readonly ShellWord[];

/** `docker run` that starts the same container. Values from the environment stay variables; the shell fills them in. */
export function dockerRunText(name: string, plan: DockerDeployment): string {
  const [entry, ...entryArguments] = plan.entrypoint ?? [];
  const flags: Line[] = [
    flag('--name', name),
    ...(plan.pull === 'missing' ? [] : [flag('--pull', plan.pull)]),
    ...gpuFlags(plan.gpus),
    ...(plan.network === undefined ? [] : [flag('--network', plan.network)]),
    ...plan.ports.map(({ address, host, container }) => flag('--publish', `${address}:${host}:${container}`)),
    ...(plan.ipc === undefined ? [] : [flag('--ipc', plan.ipc)]),
    ...(plan.shmSize === undefined ? [] : [flag('--shm-size', String(plan.shmSize))]),
    ...plan.env.map(variableFlag),
    ...plan.volumes.map(volumeFlag),
    ...(plan.healthcheck === undefined ? [] : healthFlags(plan.healthcheck)),
    flag('--stop-timeout', String(Math.ceil(plan.stopTimeout / 1_000_000))),
    ...(entry === undefined ? [] : [flag('--entrypoint', entry)]),
  ];
  // docker run takes one word as entrypoint; the rest goes in front of the arguments.
  const programArguments: Line = [...entryArguments.map(word), ...plan.args.map((value) => [value])];
  return shellCommandText([
    [word('docker'), word('run'), word('--detach')],
    ...flags,
    [word(plan.image)],
    ...(programArguments.length === 0 ? [] : [programArguments]),
  ]);
}

const flag = (name: string, value: string): Line => [word(name), word(value)];

function gpuFlags(gpus: GpuRequest): readonly Line[] {
  switch (gpus.kind) {
    case 'none':
      return [];
    case 'all':
      return [flag('--gpus', 'all')];
    case 'devices':
      // The value is a line of comma-separated fields; the quotes keep the devices one field.
      return [flag('--gpus', `"device=${gpus.ids.join(',')}"`)];
  }
}

function variableFlag({ name, value }: PlannedVariable): Line {
  if (value.kind === 'text') return flag('--env', `${name}=${value.text}`);
  // Its value stays out of the command, and so out of the list of processes.
  if (value.name === name) return flag('--env', name);
  return [word('--env'), [{ kind: 'text', text: `${name}=` }, variable(value.name)]];
}

function volumeFlag({ host, container, readOnly }: VolumeMount): Line {
  const rest = `:${container}${readOnly ? ':ro' : ''}`;
  return [word('--volume'), [...pathWord(host), { kind: 'text', text: rest }]];
}

/** docker run takes a health check as one text for a shell inside the container. */
function healthFlags(check: HealthCheck): readonly Line[] {
  const { interval, timeout, startPeriod, retries } = check;
  return [
    flag('--health-cmd', check.command.map(shellQuote).join(' ')),
    ...(interval === undefined ? [] : [flag('--health-interval', goDuration(interval))]),
    ...(timeout === undefined ? [] : [flag('--health-timeout', goDuration(timeout))]),
    ...(startPeriod === undefined ? [] : [flag('--health-start-period', goDuration(startPeriod))]),
    ...(retries === undefined ? [] : [flag('--health-retries', String(retries))]),
  ];
}
