import { z } from 'zod';
import type { ServerExit } from '../deployment-state.ts';
import { failure, type Outcome, worked } from '../outcome.ts';
import { type DockerClient, refusalText } from './docker-client.ts';
import { dockerRefusal } from './docker-refusals.ts';
import { createFrameReader } from './log-frames.ts';

const createdSchema = z.object({ Id: z.string() });

const inspectSchema = z.object({
  Path: z.string(),
  Args: z.array(z.string()),
  State: z.object({
    Running: z.boolean(),
    Pid: z.number(),
    ExitCode: z.number(),
    OOMKilled: z.boolean(),
    Error: z.string(),
    StartedAt: z.string(),
  }),
});

/** What the engine says of a container. */
export type ContainerFactsNow = z.infer<typeof inspectSchema>;

/** Creates a container; returns its id. */
export async function createContainer(
  client: DockerClient,
  { name, image, body }: { readonly name: string; readonly image: string; readonly body: unknown },
): Promise<Outcome<string>> {
  const answer = await client.call({
    method: 'POST',
    path: '/containers/create',
    query: { name },
    json: body,
  });
  if (!answer.ok) return answer;
  const created = createdSchema.safeParse(answer.value.body);
  if (answer.value.status === 201 && created.success) return worked(created.data.Id);
  return dockerRefusal('create the container', image, refusalText(answer.value.body));
}

/** Starts a container that was created. */
export async function startContainer(
  client: DockerClient,
  id: string,
  image: string,
): Promise<Outcome<null>> {
  const answer = await client.call({ method: 'POST', path: `/containers/${id}/start` });
  if (!answer.ok) return answer;
  if (answer.value.status === 204 || answer.value.status === 304) return worked(null);
  return dockerRefusal('start the container', image, refusalText(answer.value.body));
}

/** What a container is and does now. */
export async function inspectContainer(
  client: DockerClient,
  id: string,
): Promise<Outcome<ContainerFactsNow>> {
  const answer = await client.call({ method: 'GET', path: `/containers/${id}/json` });
  if (!answer.ok) return answer;
  const facts = inspectSchema.safeParse(answer.value.body);
  if (answer.value.status === 200 && facts.success) return worked(facts.data);
  return failure(
    'container-unknown',
    `Docker does not describe the container: ${refusalText(answer.value.body)}`,
  );
}

/** Waits until a container has ended, and says how; never rejects. */
export async function waitForContainer(client: DockerClient, id: string): Promise<ServerExit> {
  const answer = await client.call({ method: 'POST', path: `/containers/${id}/wait` });
  const facts = await inspectContainer(client, id);
  if (!facts.ok) return { kind: 'lost', reason: answer.ok ? facts.problem.message : answer.problem.message };
  const { Running, ExitCode, OOMKilled } = facts.value.State;
  if (Running) return { kind: 'lost', reason: 'Docker stopped watching the container, which still runs' };
  return { kind: 'exited', code: ExitCode, signal: signalOf(ExitCode), outOfMemory: OOMKilled };
}

const signals: Readonly<Record<number, string>> = {
  134: 'SIGABRT',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  143: 'SIGTERM',
};

/** An exit code above 128 is a signal, as shells and container engines write it. */
const signalOf = (code: number): string | null => signals[code] ?? null;

/** Follows a container's output from its start until it ends; never rejects. */
export async function followContainer(
  client: DockerClient,
  id: string,
  output: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void,
): Promise<void> {
  const query = { follow: '1', stdout: '1', stderr: '1' };
  const answer = await client.stream({ method: 'GET', path: `/containers/${id}/logs`, query });
  if (!answer.ok || answer.value.status !== 200) return;
  const read = createFrameReader(output);
  try {
    for await (const chunk of answer.value.body) read(chunk);
  } catch {
    // The engine went away; the wait for the container's end says so.
  }
}

/** Stops a container, by force after the time given, and removes it with its anonymous volumes. */
export async function removeContainer(
  client: DockerClient,
  id: string,
  stopSeconds: number,
): Promise<Outcome<null>> {
  const stopped = await client.call({
    method: 'POST',
    path: `/containers/${id}/stop`,
    query: { t: String(stopSeconds) },
  });
  if (!stopped.ok) return stopped;
  const answer = await client.call({
    method: 'DELETE',
    path: `/containers/${id}`,
    query: { force: '1', v: '1' },
  });
  if (!answer.ok) return answer;
  const { status, body } = answer.value;
  // 404: somebody else removed it; 409: its removal is under way.
  if (status === 204 || status === 404 || status === 409) return worked(null);
  return failure(
    'not-stopped',
    `Docker did not remove the container ${id.slice(0, 12)}: ${refusalText(body)}`,
  );
}
