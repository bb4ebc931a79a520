import { performance } from 'node:perf_hooks';
import { type DockerDeployment, markerVariable } from '@kneepoint/core';
import type { DeploymentOrder } from '../deployer.ts';
import type { DeploymentDescription } from '../deployment-description.ts';
import { type DeploymentRecords, newRecord } from '../deployment-record.ts';
import type { ServerExit } from '../deployment-state.ts';
import type { Launch, Launched, LaunchSink } from '../launcher.ts';
import { failure, type Outcome, worked } from '../outcome.ts';
import { identityText, type ProcessIdentity } from '../process/process-identity.ts';
import { type Environment, resolveArguments, resolveVariables } from '../resolved-values.ts';
import { containerBody } from './container-body.ts';
import type { DockerClient } from './docker-client.ts';
import {
  createContainer,
  followContainer,
  inspectContainer,
  removeContainer,
  startContainer,
  waitForContainer,
} from './docker-container.ts';
import { type DockerImage, provideImage } from './docker-image.ts';
import { dockerLabels } from './docker-labels.ts';

/** What containers are started with. */
export type DockerHost = {
  readonly client: Outcome<DockerClient>;
  readonly agentId: string;
  readonly environment: Environment;
  readonly homeFolder: string;
  readonly records: DeploymentRecords;
  /** This process. */
  readonly owner: ProcessIdentity;
};

/** Starts a server in a container, through the Engine API. */
export function dockerLaunch(order: DeploymentOrder, plan: DockerDeployment, host: DockerHost): Launch {
  return async (sink) => {
    if (!host.client.ok) return host.client;
    const client = host.client.value;
    const body = bodyOf(order, plan, host);
    if (!body.ok) return body;
    const image = await provideImage(client, {
      reference: plan.image,
      pull: plan.pull,
      progress: sink.pullProgress,
      started: () => sink.step('pulling'),
      signal: sink.signal,
    });
    if (!image.ok) return image;
    if (sink.signal.aborted) return failure('interrupted', 'nobody wants the server any more');
    sink.step('creating');
    const name = `kneepoint-${order.id}`;
    const created = await createContainer(client, { name, image: plan.image, body: body.value });
    if (!created.ok) return created;
    const stopSeconds = Math.ceil(plan.stopTimeout / 1_000_000);
    const startedAtMillis = performance.now();
    const started = await startContainer(client, created.value, plan.image);
    if (!started.ok) {
      await removeContainer(client, created.value, 0);
      return started;
    }
    const { records, owner } = host;
    const record = newRecord(order.id, order.job, owner);
    return worked(
      launchedContainer({
        client,
        sink,
        id: created.value,
        reference: plan.image,
        image: image.value,
        stopSeconds,
        startedAtMillis,
        release: () => records.write({ ...record, released: true }),
      }),
    );
  };
}

function bodyOf(order: DeploymentOrder, plan: DockerDeployment, host: DockerHost): Outcome<unknown> {
  const { environment, homeFolder } = host;
  const programArguments = resolveArguments(plan.args, environment);
  if (!programArguments.ok) return programArguments;
  const variables = resolveVariables(plan.env, environment);
  if (!variables.ok) return variables;
  return worked(
    containerBody(plan, {
      arguments: programArguments.value,
      variables: { ...variables.value, [markerVariable]: order.id },
      homeFolder,
      labels: {
        [dockerLabels.agent]: host.agentId,
        [dockerLabels.deployment]: order.id,
        [dockerLabels.owner]: identityText(host.owner),
        ...(order.job === null ? {} : { [dockerLabels.job]: order.job }),
      },
    }),
  );
}

type LaunchedContainer = {
  readonly client: DockerClient;
  readonly sink: LaunchSink;
  readonly id: string;
  readonly reference: string;
  readonly image: DockerImage;
  readonly stopSeconds: number;
  readonly startedAtMillis: number;
  readonly release: () => Promise<void>;
};

function launchedContainer(parts: LaunchedContainer): Launched {
  const { client, id, sink } = parts;
  const startedAt = new Date().toISOString();
  const output = followContainer(client, id, sink.output);
  const exited = waitForContainer(client, id).then(async (exit) => {
    if (exit.kind === 'exited') await output;
    return exit;
  });
  let ending: Promise<Outcome<ServerExit | null>> | null = null;
  const end = async (): Promise<Outcome<ServerExit | null>> => {
    const stopped = await client.call({
      method: 'POST',
      path: `/containers/${id}/stop`,
      query: { t: String(parts.stopSeconds) },
    });
    // Its exit is read before the container, and what is known of it, is removed.
    const exit = stopped.ok ? await exited : null;
    const removed = await removeContainer(client, id, 0);
    return removed.ok ? worked(exit) : removed;
  };
  return {
    startedAtMillis: parts.startedAtMillis,
    exited,
    describe: () => describeContainer(parts, startedAt),
    stop: () => {
      ending ??= end();
      return ending;
    },
    release: parts.release,
  };
}

async function describeContainer(
  parts: LaunchedContainer,
  launchedAt: string,
): Promise<DeploymentDescription> {
  const { client, id, image, reference, sink } = parts;
  const facts = await inspectContainer(client, id);
  const seen = facts.ok ? facts.value : null;
  return {
    kind: 'docker',
    image: { reference, digest: image.digest, id: image.id },
    containerId: id,
    command: seen === null ? [] : [seen.Path, ...seen.Args].map(sink.redact),
    pid: seen !== null && seen.State.Pid > 0 ? seen.State.Pid : null,
    startedAt: seen?.State.StartedAt ?? launchedAt,
  };
}
