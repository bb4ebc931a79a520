import type { DockerDeployment, GpuRequest, HealthCheck } from '@kneepoint/core';
import { expandHome } from '../home-path.ts';

/** What a container is made of besides its plan. */
export type ContainerFacts = {
  readonly arguments: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly homeFolder: string;
};

/** The body of `POST /containers/create`, in the words of the Engine API. */
export function containerBody(
  plan: DockerDeployment,
  facts: ContainerFacts,
): Readonly<Record<string, unknown>> {
  const { entrypoint, healthcheck } = plan;
  return {
    Image: plan.image,
    Cmd: [...facts.arguments],
    ...(entrypoint === undefined ? {} : { Entrypoint: entrypoint }),
    Env: Object.entries(facts.variables).map(([name, value]) => `${name}=${value}`),
    Labels: facts.labels,
    // Without a terminal the engine keeps the two output streams apart.
    Tty: false,
    ExposedPorts: Object.fromEntries(plan.ports.map(({ container }) => [`${container}/tcp`, {}])),
    StopTimeout: Math.ceil(plan.stopTimeout / 1_000_000),
    ...(healthcheck === undefined ? {} : { Healthcheck: healthBody(healthcheck) }),
    HostConfig: hostConfig(plan, facts),
  };
}

function hostConfig(
  plan: DockerDeployment,
  { homeFolder }: ContainerFacts,
): Readonly<Record<string, unknown>> {
  const { network, ipc, shmSize } = plan;
  return {
    Binds: plan.volumes.map(
      ({ host, container, readOnly }) =>
        `${expandHome(host, homeFolder)}:${container}${readOnly ? ':ro' : ''}`,
    ),
    PortBindings: Object.fromEntries(
      Object.entries(Object.groupBy(plan.ports, ({ container }) => `${container}/tcp`)).map(
        ([port, mappings]) => [
          port,
          (mappings ?? []).map(({ address, host }) => ({ HostIp: address, HostPort: String(host) })),
        ],
      ),
    ),
    ...(network === undefined ? {} : { NetworkMode: network }),
    ...(ipc === undefined ? {} : { IpcMode: ipc }),
    ...(shmSize === undefined ? {} : { ShmSize: shmSize }),
    DeviceRequests: deviceRequests(plan.gpus),
    // A crash has to stay visible.
    RestartPolicy: { Name: 'no' },
  };
}

function deviceRequests(gpus: GpuRequest): readonly unknown[] {
  const capabilities = { Driver: '', Capabilities: [['gpu']] };
  switch (gpus.kind) {
    case 'none':
      return [];
    case 'all':
      return [{ ...capabilities, Count: -1 }];
    case 'devices':
      return [{ ...capabilities, DeviceIDs: gpus.ids }];
  }
}

/** The engine counts in nanoseconds. */
function healthBody(check: HealthCheck): Readonly<Record<string, unknown>> {
  const { interval, timeout, startPeriod, retries } = check;
  return {
    Test: ['CMD', ...check.command],
    ...(interval === undefined ? {} : { Interval: interval * 1000 }),
    ...(timeout === undefined ? {} : { Timeout: timeout * 1000 }),
    ...(startPeriod === undefined ? {} : { StartPeriod: startPeriod * 1000 }),
    ...(retries === undefined ? {} : { Retries: retries }),
  };
}
