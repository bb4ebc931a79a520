import { stringify } from 'yaml';
import type { DockerDeployment } from '../deployments/docker-deployment.ts';
import type { GpuRequest } from '../deployments/gpu-request.ts';
import type { HealthCheck } from '../deployments/health-check.ts';
import type { WrittenValue } from '../deployments/written-value.ts';
import type { Plan } from '../plan-schema.ts';
import { goDuration } from './go-duration.ts';

/**
 * A Compose file with a service for each target of the plan that is a container; other targets are named in comments.
 * Values from the environment stay variables, which Compose asks for by name.
 */
export function printCompose(plan: Plan): string {
  const services: Record<string, unknown> = {};
  const comments: string[] = [];
  for (const { name, deploy, url } of plan.targets) {
    if (deploy?.kind === 'docker') services[name] = serviceOf(deploy.docker);
    else if (deploy === undefined) comments.push(`# ${name} already runs at ${url.replaceAll(/\s/g, '')}`);
    else comments.push(`# ${name} is a process of the host, not a container`);
  }
  return [...comments, servicesText(services)].join('\n');
}

/** A Compose file with one service. */
export const composeText = (name: string, plan: DockerDeployment): string =>
  servicesText({ [name]: serviceOf(plan) });

/** Compose reads YAML 1.1, where "no", "on" and 1:30 mean something else than their text; a block would lose spaces at its start. */
const servicesText = (services: Readonly<Record<string, unknown>>): string =>
  stringify({ services }, { version: '1.1', lineWidth: 0, blockQuote: false });

function serviceOf(plan: DockerDeployment): Readonly<Record<string, unknown>> {
  const { entrypoint, network, ipc, shmSize, healthcheck } = plan;
  const { args, env, ports, volumes } = plan;
  return {
    image: literal(plan.image),
    ...(plan.pull === 'missing' ? {} : { pull_policy: plan.pull }),
    ...(entrypoint === undefined ? {} : { entrypoint: entrypoint.map(literal) }),
    ...(args.length === 0 ? {} : { command: args.map(valueText) }),
    ...(network === undefined ? {} : { network_mode: network }),
    ...(ports.length === 0
      ? {}
      : { ports: ports.map(({ address, host, container }) => `${address}:${host}:${container}`) }),
    ...(ipc === undefined ? {} : { ipc }),
    ...(shmSize === undefined ? {} : { shm_size: shmSize }),
    ...(env.length === 0
      ? {}
      : { environment: Object.fromEntries(env.map(({ name, value }) => [name, valueText(value)])) }),
    ...(volumes.length === 0
      ? {}
      : {
          volumes: volumes.map(({ host, container, readOnly }) => ({
            type: 'bind',
            source: literal(host),
            target: literal(container),
            ...(readOnly ? { read_only: true } : {}),
          })),
        }),
    ...(healthcheck === undefined ? {} : { healthcheck: healthOf(healthcheck) }),
    stop_grace_period: goDuration(plan.stopTimeout),
    ...gpusOf(plan.gpus),
  };
}

/** Compose replaces `$NAME` in every text; a doubled dollar is a dollar. */
const literal = (text: string): string => text.replaceAll('$', '$$$$');

const valueText = (value: WrittenValue): string =>
  value.kind === 'text' ? literal(value.text) : `\${${value.name}:?is not set}`;

function gpusOf(gpus: GpuRequest): Readonly<Record<string, unknown>> {
  if (gpus.kind === 'none') return {};
  const wanted = gpus.kind === 'all' ? { count: 'all' } : { device_ids: gpus.ids };
  const device = { driver: 'nvidia', ...wanted, capabilities: ['gpu'] };
  return { deploy: { resources: { reservations: { devices: [device] } } } };
}

function healthOf({ command, interval, timeout, startPeriod, retries }: HealthCheck) {
  return {
    test: ['CMD', ...command.map(literal)],
    ...(interval === undefined ? {} : { interval: goDuration(interval) }),
    ...(timeout === undefined ? {} : { timeout: goDuration(timeout) }),
    ...(startPeriod === undefined ? {} : { start_period: goDuration(startPeriod) }),
    ...(retries === undefined ? {} : { retries }),
  };
}
