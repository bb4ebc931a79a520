import { type OwnResult, parseOwnResult, usageError } from '@kneepoint/core';
import { hc } from 'hono/client';
import type { AgentApp } from '../api/agent-app.ts';
import type { JobEvent } from '../events/job-event.ts';
import type { DeploymentRecord } from '../jobs/deployment-desk.ts';
import type { JobRecord } from '../jobs/job-record.ts';
import type { WrittenSubmission } from '../jobs/job-submission.ts';
import { answerError, unreachableAgent } from './answer-error.ts';
import { type FollowOptions, followEvents } from './follow-job.ts';

/** Where the agent is: in this process, by the `request` of its app, or at an address. */
export type AgentPlace =
  | { readonly fetch: (path: string, init?: RequestInit) => Response | Promise<Response> }
  | { readonly url: string; readonly token: string | null };

/** What starting one server asks for. */
export type DeploymentWish = { readonly plan: string; readonly planName?: string; readonly target: string };

/** The agent as those who use it see it. Every method rejects with a KneepointError that reads like help. */
export type AgentClient = {
  version(
    signal?: AbortSignal,
  ): Promise<{ readonly version: string; readonly commit: string | null; readonly node: string }>;
  /** Facts of the agent's host. */
  environment(): Promise<Readonly<Record<string, unknown>>>;
  submitJob(submission: WrittenSubmission): Promise<JobRecord>;
  /** Newest first; with `newest` so many at most. */
  jobs(wish?: { readonly newest?: number; readonly signal?: AbortSignal }): Promise<readonly JobRecord[]>;
  job(id: string): Promise<JobRecord>;
  /** The events of a job to its end, from the beginning or after one; survives dropped connections. */
  followJob(id: string, options?: FollowOptions): AsyncGenerator<JobEvent>;
  /** What a job has measured so far. */
  result(id: string): Promise<OwnResult>;
  /** A job's request records: JSON lines in gzip. */
  requestRecords(id: string): Promise<ReadableStream<Uint8Array>>;
  /** Lets what is in flight end; with `now` cuts it. What was measured is kept. */
  cancelJob(id: string, now: boolean): Promise<JobRecord>;
  /** Makes a job wait before its next stage, until it is released or cancelled. */
  holdJob(id: string): Promise<JobRecord>;
  releaseJob(id: string): Promise<JobRecord>;
  /** Ends the stage that runs, which is kept as partial; rejects with `no-stage` where none runs. */
  skipStage(id: string): Promise<JobRecord>;
  deployments(): Promise<readonly DeploymentRecord[]>;
  deployment(id: string): Promise<DeploymentRecord>;
  startDeployment(wish: DeploymentWish): Promise<DeploymentRecord>;
  /** The log as it comes, from its first kept line. */
  deploymentLogs(id: string, signal?: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Resolves when nothing of the server runs any more. */
  stopDeployment(id: string): Promise<DeploymentRecord>;
  /** Samples of the host as they are taken, as server-sent events. */
  probes(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
};

/** Three heartbeats of the agent without a byte mean that the connection is dead. */
const silenceMillis = 30_000;

/** Makes the client of an agent here or far away; both are the same app. */
export function createAgentClient(
  place: AgentPlace,
  times: { readonly silenceMillis: number } = { silenceMillis },
): AgentClient {
  const api = hc<AgentApp>(baseOf(place), { fetch: fetchOf(place), headers: headersOf(place) });
  const events = async (
    id: string,
    after: number,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>> =>
    bodyOf(
      api.jobs[':id'].events.$get(
        { param: { id }, header: { 'last-event-id': String(after) } },
        { init: { signal } },
      ),
    );
  return {
    version: async (signal) => (await settled(api.version.$get({}, given(signal)))).json(),
    environment: async () => (await settled(api.environment.$get())).json(),
    submitJob: async (submission) => (await settled(api.jobs.$post({ json: submission }))).json(),
    jobs: async ({ newest, signal } = {}) => {
      const query = newest === undefined ? {} : { newest: String(newest) };
      return (await settled(api.jobs.$get({ query }, given(signal)))).json();
    },
    job: async (id) => (await settled(api.jobs[':id'].$get({ param: { id } }))).json(),
    followJob: (id, options = {}) =>
      followEvents((after, signal) => events(id, after, signal), { ...options, ...times }),
    result: async (id) => {
      const answer = await settled(api.jobs[':id'].result.$get({ param: { id } }));
      return parseOwnResult(await answer.text(), `the result of ${id}`);
    },
    requestRecords: (id) => bodyOf(api.jobs[':id'].requests.$get({ param: { id } })),
    cancelJob: async (id, now) =>
      (
        await settled(api.jobs[':id'].cancel.$post({ param: { id }, query: { now: now ? 'true' : 'false' } }))
      ).json(),
    holdJob: async (id) => (await settled(api.jobs[':id'].hold.$post({ param: { id } }))).json(),
    releaseJob: async (id) => (await settled(api.jobs[':id'].release.$post({ param: { id } }))).json(),
    skipStage: async (id) => (await settled(api.jobs[':id'].skip.$post({ param: { id } }))).json(),
    deployments: async () => (await settled(api.deployments.$get())).json(),
    deployment: async (id) => (await settled(api.deployments[':id'].$get({ param: { id } }))).json(),
    startDeployment: async (wish) => (await settled(api.deployments.$post({ json: wish }))).json(),
    deploymentLogs: (id, signal) =>
      bodyOf(api.deployments[':id'].logs.$get({ param: { id } }, given(signal))),
    stopDeployment: async (id) => (await settled(api.deployments[':id'].$delete({ param: { id } }))).json(),
    probes: (signal) => bodyOf(api.probes.$get({}, { init: { signal } })),
  };
}

const given = (signal: AbortSignal | undefined): { readonly init?: RequestInit } =>
  signal === undefined ? {} : { init: { signal } };

/** In the same process the host's name is never looked up. */
const baseOf = (place: AgentPlace): string => {
  if ('fetch' in place) return 'http://localhost';
  if (!URL.canParse(place.url) || !/^https?:$/.test(new URL(place.url).protocol))
    throw usageError(
      'agent-url',
      `${JSON.stringify(place.url)} is not the address of an agent`,
      'give it as http://HOST:7321',
    );
  return place.url.replace(/\/+$/, '');
};

const headersOf = (place: AgentPlace): Record<string, string> =>
  'fetch' in place || place.token === null ? {} : { authorization: `Bearer ${place.token}` };

function fetchOf(place: AgentPlace): typeof fetch {
  if (!('fetch' in place)) return fetch;
  return async (input, init) => place.fetch(String(input), init);
}

type Answer = { readonly ok: boolean };

/** The answer where it is a good one; an error of the agent, or of the way to it, otherwise. */
async function settled<Kind extends Answer>(asked: Promise<Kind>): Promise<Kind> {
  const answer = await asked.catch((error: unknown) => {
    throw unreachableAgent(error);
  });
  if (answer.ok) return answer;
  throw await answerError(answer as unknown as Response);
}

async function bodyOf(
  asked: Promise<Answer & { readonly body: ReadableStream | null }>,
): Promise<ReadableStream<Uint8Array>> {
  const { body } = await settled(asked);
  if (body === null) throw unreachableAgent(new Error('its answer has no body'));
  return body;
}
