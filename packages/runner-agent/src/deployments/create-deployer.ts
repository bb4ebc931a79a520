import { homedir } from 'node:os';
import type { Deployer, Deployment, DeploymentEvents, DeploymentOrder } from './deployer.ts';
import { checkedDeploymentId } from './deployment-id.ts';
import { openRecords } from './deployment-record.ts';
import { createDockerClient } from './docker/docker-client.ts';
import { dockerSocketPath } from './docker/docker-endpoint.ts';
import { dockerLaunch } from './docker/docker-launcher.ts';
import { findDockerOrphans, removeDockerOrphans } from './docker/docker-orphans.ts';
import { externalLaunch } from './external-launcher.ts';
import type { Launch } from './launcher.ts';
import type { LogLimits } from './logs/log-buffer.ts';
import type { Orphan } from './orphan.ts';
import { type Outcome, worked } from './outcome.ts';
import { identityOf } from './process/process-identity.ts';
import { processLaunch } from './process/process-launcher.ts';
import { findProcessOrphans, removeProcessOrphans } from './process/process-orphans.ts';
import { checkAddressIsFree } from './readiness/port-in-use.ts';
import { createRedactor } from './redaction.ts';
import { type Environment, secretValues } from './resolved-values.ts';
import { runDeployment } from './running-deployment.ts';

/** What deployments are started with. */
export type DeployerOptions = {
  /** Names this agent on its host, the same one after a restart; a label of its containers. */
  readonly agentId: string;
  /** Where it notes what it started, so that an agent after it can clean up. */
  readonly stateFolder: string;
  /** Where `{ fromEnv: NAME }` and DOCKER_HOST are looked up. */
  readonly environment: Environment;
  /** More texts that no log may show: the agent's own token, API keys. */
  readonly secrets?: readonly string[];
  readonly homeFolder?: string;
  readonly logLimits?: LogLimits;
};

const usualLimits: LogLimits = { lines: 5_000, lineLength: 4_096 };

/** A deployer for this host. Nothing is read or connected to yet but the identity of this process. */
export async function createDeployer(options: DeployerOptions): Promise<Deployer> {
  const { agentId, environment, homeFolder = homedir(), logLimits = usualLimits } = options;
  const owner = await identityOf(process.pid);
  if (owner === null) throw new Error('deployments need Linux: /proc does not show this process');
  const records = openRecords(options.stateFolder);
  const socketPath = dockerSocketPath(environment);
  const client = socketPath.ok ? worked(createDockerClient(socketPath.value)) : socketPath;
  const host = { client, agentId, environment, homeFolder, records, owner };
  const started = new Set<string>();

  const start = (order: DeploymentOrder, events: DeploymentEvents = {}): Deployment => {
    const redact = createRedactor([...(options.secrets ?? []), ...secretsOf(order, environment)]);
    const repeated = started.has(order.id);
    started.add(order.id);
    const launch = guarded(order, launchOf(order, host), repeated);
    return runDeployment(order, events, { launch, redact, limits: logLimits });
  };
  const both = async (
    containers: Promise<Outcome<readonly Orphan[]>> | null,
    processes: Promise<readonly Orphan[]>,
  ): Promise<readonly Orphan[]> => {
    const found = await containers;
    // A host without Docker has no containers to clean up.
    return [...(found?.ok === true ? found.value : []), ...(await processes)];
  };
  const wish = client.ok ? { client: client.value, agentId, records } : null;
  return {
    start,
    findOrphans: () => both(wish && findDockerOrphans(wish), findProcessOrphans(records)),
    removeOrphans: () => both(wish && removeDockerOrphans(wish), removeProcessOrphans(records)),
    close: async () => {
      if (client.ok) await client.value.close();
    },
  };
}

type Host = Parameters<typeof dockerLaunch>[2];

function launchOf(order: DeploymentOrder, host: Host): Launch {
  const { deploy } = order;
  if (deploy === null) return externalLaunch(order.url);
  return deploy.kind === 'docker'
    ? dockerLaunch(order, deploy.docker, host)
    : processLaunch(order, deploy.process, host);
}

/** The checks before every start. */
function guarded(order: DeploymentOrder, launch: Launch, repeated: boolean): Launch {
  return async (sink) => {
    const id = checkedDeploymentId(order.id);
    if (!id.ok) return id;
    if (repeated)
      return {
        ok: false,
        problem: {
          code: 'deployment-id',
          message: `a deployment ${order.id} was already started`,
          hint: null,
        },
      };
    if (order.deploy !== null) {
      const free = await checkAddressIsFree(order.url);
      if (!free.ok) return free;
    }
    return launch(sink);
  };
}

function secretsOf({ deploy, headers }: DeploymentOrder, environment: Environment): readonly string[] {
  const authorization = Object.entries(headers)
    .filter(([name]) => /^(?:authorization|x-api-key|api-key)$/i.test(name))
    .map(([, value]) => value.replace(/^Bearer /i, ''));
  if (deploy === null) return authorization;
  const values =
    deploy.kind === 'docker'
      ? [...deploy.docker.args, ...deploy.docker.env.map(({ value }) => value)]
      : [...deploy.process.command, ...deploy.process.env.map(({ value }) => value)];
  return [...authorization, ...secretValues(values, environment)];
}
