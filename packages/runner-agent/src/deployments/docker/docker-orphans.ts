import { z } from 'zod';
import type { DeploymentRecords } from '../deployment-record.ts';
import type { Orphan } from '../orphan.ts';
import { failure, type Outcome, worked } from '../outcome.ts';
import { isAlive, parseIdentity } from '../process/process-identity.ts';
import { type DockerClient, refusalText } from './docker-client.ts';
import { removeContainer } from './docker-container.ts';
import { dockerLabels } from './docker-labels.ts';

/** An agent that is gone cannot wait for a server any longer than this. */
const stopSeconds = 10;

const listSchema = z.array(z.object({ Id: z.string(), Labels: z.record(z.string(), z.string()) }));

/** Which containers are asked about. */
export type DockerOrphanWish = {
  readonly client: DockerClient;
  readonly agentId: string;
  readonly records: DeploymentRecords;
};

/** Containers of this agent whose process is gone. One that was released on purpose is none. */
export async function findDockerOrphans(wish: DockerOrphanWish): Promise<Outcome<readonly Orphan[]>> {
  const { client, agentId, records } = wish;
  const filters = JSON.stringify({ label: [`${dockerLabels.agent}=${agentId}`] });
  const answer = await client.call({ method: 'GET', path: '/containers/json', query: { all: '1', filters } });
  if (!answer.ok) return answer;
  const listed = listSchema.safeParse(answer.value.body);
  if (!listed.success)
    return failure('docker-answer', `Docker does not list its containers: ${refusalText(answer.value.body)}`);
  const released = new Set((await records.list()).filter((one) => one.released).map((one) => one.deployment));
  const orphans: Orphan[] = [];
  for (const { Id, Labels } of listed.data) {
    const owner = parseIdentity(Labels[dockerLabels.owner] ?? '');
    const deployment = Labels[dockerLabels.deployment] ?? '';
    if (released.has(deployment) || (owner !== null && (await isAlive(owner)))) continue;
    orphans.push({ kind: 'docker', deployment, job: Labels[dockerLabels.job] ?? null, what: Id });
  }
  return worked(orphans);
}

/** Ends and removes them. */
export async function removeDockerOrphans(wish: DockerOrphanWish): Promise<Outcome<readonly Orphan[]>> {
  const found = await findDockerOrphans(wish);
  if (!found.ok) return found;
  await Promise.all(found.value.map(({ what }) => removeContainer(wish.client, what, stopSeconds)));
  return found;
}
