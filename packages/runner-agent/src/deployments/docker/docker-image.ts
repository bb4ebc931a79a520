import { z } from 'zod';
import { createLineSplitter } from '../logs/line-splitter.ts';
import { failure, type Outcome, worked } from '../outcome.ts';
import { type DockerClient, refusalText } from './docker-client.ts';
import { dockerRefusal } from './docker-refusals.ts';
import { createPullCounter, type PullProgress } from './pull-progress.ts';

/** An image that is on this host. */
export type DockerImage = {
  readonly id: string;
  /** `name@sha256:...` as the registry knows it; `null` for an image that came from no registry. */
  readonly digest: string | null;
};

/** Which image, and whether to fetch it. */
export type ImageWish = {
  readonly reference: string;
  readonly pull: 'missing' | 'always' | 'never';
  readonly progress: (progress: PullProgress) => void;
  readonly started: () => void;
  readonly signal: AbortSignal;
};

/** Longest message of a pull that is looked at. */
const messageLength = 64 * 1024;

const imageSchema = z.object({ Id: z.string(), RepoDigests: z.array(z.string()).nullish() });

const messageSchema = z.object({
  id: z.string().optional(),
  status: z.string().optional(),
  progressDetail: z.object({ current: z.number().optional(), total: z.number().optional() }).optional(),
  error: z.string().optional(),
});

/** Finds the image on this host, or fetches it first. */
export async function provideImage(client: DockerClient, wish: ImageWish): Promise<Outcome<DockerImage>> {
  if (wish.pull === 'always') {
    const pulled = await pullImage(client, wish);
    return pulled.ok ? inspectImage(client, wish.reference) : pulled;
  }
  const found = await inspectImage(client, wish.reference);
  if (found.ok || found.problem.code !== 'image-missing' || wish.pull === 'never') return found;
  const pulled = await pullImage(client, wish);
  return pulled.ok ? inspectImage(client, wish.reference) : pulled;
}

async function inspectImage(client: DockerClient, reference: string): Promise<Outcome<DockerImage>> {
  const answer = await client.call({ method: 'GET', path: `/images/${encodeURI(reference)}/json` });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200)
    return dockerRefusal('look at the image', reference, refusalText(answer.value.body));
  const image = imageSchema.safeParse(answer.value.body);
  if (!image.success)
    return failure('docker-answer', `Docker describes the image ${reference} in a way that is not known`);
  const digests = image.data.RepoDigests ?? [];
  const repository = reference.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const own = digests.find((digest) => digest.startsWith(`${repository}@`));
  return worked({ id: image.data.Id, digest: own ?? digests[0] ?? null });
}

async function pullImage(client: DockerClient, wish: ImageWish): Promise<Outcome<null>> {
  wish.started();
  const { reference, signal } = wish;
  const answer = await client.stream({
    method: 'POST',
    path: '/images/create',
    // Without a tag the engine would fetch every one there is.
    query: { fromImage: /[:@][^/]*$/.test(reference) ? reference : `${reference}:latest` },
    signal,
  });
  if (!answer.ok) return answer;
  let refusal: string | null = null;
  const count = createPullCounter(reference);
  const lines = createLineSplitter((line) => {
    const message = messageSchema.safeParse(jsonOf(line));
    if (!message.success) return;
    refusal ??= message.data.error ?? refusalOf(line, answer.value.status);
    const progress = count(message.data);
    if (progress !== null) wish.progress(progress);
  }, messageLength);
  try {
    for await (const bytes of answer.value.body) lines.push(bytes);
  } catch (error) {
    return failure(
      'image-not-pulled',
      `fetching ${reference} broke off: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  lines.flush();
  return refusal === null ? worked(null) : dockerRefusal(`fetch the image ${reference}`, reference, refusal);
}

/** A refusal from the start comes as the only message, with a status that says so. */
const refusalOf = (line: string, status: number): string | null =>
  status === 200 ? null : refusalText(jsonOf(line));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
