import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import { exitCodes, KneepointError, usageError } from '@kneepoint/core';
import type { TypedResponse } from 'hono';
import type { JSONValue } from 'hono/utils/types';
import { eventStream } from '../events/event-stream.ts';
import { type ControlledJob, holdJob, releaseJob, skipStage } from '../jobs/job-controls.ts';
import { jobIdPattern } from '../jobs/job-id.ts';
import { type JobRecord, jobRecordSchema } from '../jobs/job-record.ts';
import { jobSubmissionSchema } from '../jobs/job-submission.ts';
import type { AgentParts } from './agent-parts.ts';
import { unknown } from './api-error.ts';
import { body, documented, json } from './documented.ts';
import { newRoutes } from './new-routes.ts';
import { streamAnswer, takeSeat } from './streaming.ts';

const params = z.object({ id: z.string().regex(jobIdPattern) });

const submit = createRoute({
  method: 'post',
  path: '/jobs',
  summary: 'Submit a plan: it is checked as a whole, then waits its turn',
  request: {
    body: { required: true, content: { 'application/json': { schema: jobSubmissionSchema } } },
  },
  responses: documented({ 202: json('It waits.', jobRecordSchema) }),
});

const list = createRoute({
  method: 'get',
  path: '/jobs',
  summary: 'All jobs, or the newest so many',
  request: { query: z.object({ newest: z.coerce.number().int().positive().optional() }) },
  responses: documented({ 200: json('Newest first.', z.array(jobRecordSchema)) }),
});

const get = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  summary: 'One job',
  request: { params },
  responses: documented({ 200: json('Its state.', jobRecordSchema) }),
});

const events = createRoute({
  method: 'get',
  path: '/jobs/{id}/events',
  summary: 'What happens to a job (server-sent events), from the beginning or after Last-Event-ID',
  request: {
    params,
    headers: z.object({
      'last-event-id': z
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
    }),
  },
  responses: documented({
    200: body('Events; the stream ends with the job.', 'text/event-stream', z.string()),
  }),
});

const result = createRoute({
  method: 'get',
  path: '/jobs/{id}/result',
  summary: "A job's result file, as far as it has come",
  request: { params },
  responses: documented({ 200: json('A kneepoint.result/1 document.', z.record(z.string(), z.unknown())) }),
});

const requests = createRoute({
  method: 'get',
  path: '/jobs/{id}/requests',
  summary: "A job's request records, a JSON line each, packed",
  request: { params },
  responses: documented({ 200: body('Lines in gzip.', 'application/gzip', z.string()) }),
});

const cancel = createRoute({
  method: 'post',
  path: '/jobs/{id}/cancel',
  summary: 'Cancel a job: what is in flight ends first, or with now=true is cut; what was measured is kept',
  request: { params, query: z.object({ now: z.enum(['true', 'false']).default('false') }) },
  responses: documented({ 202: json('It is being cancelled.', jobRecordSchema) }),
});

const hold = createRoute({
  method: 'post',
  path: '/jobs/{id}/hold',
  summary:
    'Hold a job: the stage that runs goes on, the next one waits until the job is released or cancelled',
  request: { params },
  responses: documented({ 202: json('It is held; one that was held already stays so.', jobRecordSchema) }),
});

const release = createRoute({
  method: 'post',
  path: '/jobs/{id}/release',
  summary: 'Let a held job go on',
  request: { params },
  responses: documented({ 202: json('It goes on.', jobRecordSchema) }),
});

const skip = createRoute({
  method: 'post',
  path: '/jobs/{id}/skip',
  summary: 'End the stage that runs: what it has measured is kept as partial, and the next one starts',
  request: { params },
  responses: documented({ 202: json('The stage ends.', jobRecordSchema) }),
});

const results = createRoute({
  method: 'get',
  path: '/results',
  summary: 'Jobs that have a result',
  responses: documented({ 200: json('Newest first.', z.array(jobRecordSchema)) }),
});

/** Routes of jobs and their results. */
export const jobRoutes = (parts: AgentParts) =>
  newRoutes()
    .openapi(submit, async (context) => context.json(await parts.jobs.submit(context.req.valid('json')), 202))
    .openapi(list, (context) => {
      const { newest } = context.req.valid('query');
      return context.json(parts.jobs.list().slice(0, newest), 200);
    })
    .openapi(get, (context) => context.json(found(parts, context.req.valid('param').id), 200))
    .openapi(events, (context) => {
      const { id } = found(parts, context.req.valid('param').id);
      const after = Number(context.req.valid('header')['last-event-id'] ?? 0);
      const seat = takeSeat(parts);
      const { heartbeatMillis } = parts;
      const stream = eventStream(parts.jobs.events(id).follow(after, seat.signal), { seat, heartbeatMillis });
      return streamAnswer(context, seat, { stream, type: 'text/event-stream' });
    })
    .openapi(result, async (context) =>
      asJson(await fileAnswer(parts, context.req.valid('param').id, 'result.json')),
    )
    .openapi(requests, (context) => fileAnswer(parts, context.req.valid('param').id, 'requests.ndjson.gz'))
    .openapi(cancel, async (context) => {
      const { id } = found(parts, context.req.valid('param').id);
      const now = context.req.valid('query').now === 'true';
      if (!(await parts.jobs.cancel(id, now))) throw usageError('job-ended', 'the job has ended already');
      return context.json(found(parts, id), 202);
    })
    .openapi(hold, (context) => {
      const { id } = context.req.valid('param');
      holdJob(controlled(parts, id));
      return context.json(found(parts, id), 202);
    })
    .openapi(release, (context) => {
      const { id } = context.req.valid('param');
      releaseJob(controlled(parts, id));
      return context.json(found(parts, id), 202);
    })
    .openapi(skip, (context) => {
      const { id } = context.req.valid('param');
      skipStage(controlled(parts, id));
      return context.json(found(parts, id), 202);
    })
    .openapi(results, (context) =>
      context.json(
        parts.jobs.list().filter((job) => job.hasResult),
        200,
      ),
    );

const controlled = (parts: AgentParts, id: string): ControlledJob => ({
  record: found(parts, id),
  run: parts.jobs.runOf(id),
});

function found({ jobs }: AgentParts, id: string): JobRecord {
  const job = jobs.find(id);
  if (job === null) throw unknown('there is no such job', 'GET /jobs lists them');
  return job;
}

const types = { 'result.json': 'application/json', 'requests.ndjson.gz': 'application/gzip' } as const;

/** Sends a file as it is on disk: it may be large, and is replaced as a whole while it is sent. */
async function fileAnswer(parts: AgentParts, id: string, name: keyof typeof types): Promise<Response> {
  const path = parts.jobs.path(found(parts, id).id, name);
  const state = await stat(path).catch(() => null);
  if (state === null)
    throw new KneepointError(`the job has no ${name} yet`, {
      code: 'no-result',
      exitCode: exitCodes.usage,
      hint: 'it has one once a target has answered and, for the records, a turn has ended',
    });
  const stream = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  return new Response(stream, { headers: { 'content-type': types[name] } });
}

type JsonAnswer = TypedResponse<{ [name: string]: JSONValue }, 200, 'json'>;

/** Types alone: the file is JSON, and is sent without being read. */
const asJson = (answer: Response): JsonAnswer => answer as unknown as JsonAnswer;
