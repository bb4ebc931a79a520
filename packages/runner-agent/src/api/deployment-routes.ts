import { createRoute, z } from '@hono/zod-openapi';
import { parsePlan, usageError } from '@kneepoint/core';
import type { TypedResponse } from 'hono';
import { lineStream } from '../events/event-stream.ts';
import { type Deployment, deploymentRecordSchema } from '../jobs/deployment-desk.ts';
import { deploymentIdPattern } from '../jobs/job-id.ts';
import type { AgentParts } from './agent-parts.ts';
import { unknown } from './api-error.ts';
import { body, documented, json } from './documented.ts';
import { newRoutes } from './new-routes.ts';
import { streamAnswer, takeSeat } from './streaming.ts';

const withId = { params: z.object({ id: z.string().regex(deploymentIdPattern) }) };

/** A deployment as it is asked for: one target of a plan. */
export const deploymentWishSchema = z.strictObject({
  /** The plan's YAML. */
  plan: z.string().min(1),
  /** What messages call the plan. */
  planName: z.string().min(1).max(500).default('plan.yaml'),
  /** The target that is to be started. */
  target: z.string().min(1),
});

const start = createRoute({
  method: 'post',
  path: '/deployments',
  summary: 'Start the server of one target of a plan',
  request: {
    body: { required: true, content: { 'application/json': { schema: deploymentWishSchema } } },
  },
  responses: documented({ 202: json('It starts.', deploymentRecordSchema) }),
});

const list = createRoute({
  method: 'get',
  path: '/deployments',
  summary: 'The servers that this agent runs or ran',
  responses: documented({ 200: json('Newest last.', z.array(deploymentRecordSchema)) }),
});

const get = createRoute({
  method: 'get',
  path: '/deployments/{id}',
  summary: 'One server',
  request: withId,
  responses: documented({ 200: json('Its state.', deploymentRecordSchema) }),
});

const logs = createRoute({
  method: 'get',
  path: '/deployments/{id}/logs',
  summary: "A server's log, as it comes",
  request: withId,
  responses: documented({ 200: body('Lines.', 'text/plain; charset=utf-8', z.string()) }),
});

const stop = createRoute({
  method: 'delete',
  path: '/deployments/{id}',
  summary: 'Stop a server; answers when nothing of it runs any more',
  request: withId,
  responses: documented({ 200: json('It is stopped.', deploymentRecordSchema) }),
});

/** Routes of servers that a person starts and stops. */
export const deploymentRoutes = (parts: AgentParts) =>
  newRoutes()
    .openapi(start, async (context) => {
      const wish = context.req.valid('json');
      refuseWhileMeasuring(parts);
      const plan = parsePlan(wish.plan, wish.planName);
      const { order, redactor } = await parts.jobs.deploymentOrder(plan, wish.target);
      return context.json(parts.deployments.start({ ...order, job: null }, redactor).record(), 202);
    })
    .openapi(list, (context) => context.json([...parts.deployments.list()], 200))
    .openapi(get, (context) => context.json(found(parts, context.req.valid('param').id).record(), 200))
    .openapi(logs, (context) => {
      const { id } = found(parts, context.req.valid('param').id);
      const seat = takeSeat(parts);
      const lines = parts.deployments.logs(id, seat.signal);
      if (lines === null) throw unknownDeployment();
      const stream = lineStream(lines, { seat });
      return asText(streamAnswer(context, seat, { stream, type: 'text/plain; charset=utf-8' }));
    })
    .openapi(stop, async (context) => {
      const deployment = found(parts, context.req.valid('param').id);
      await deployment.server.stop();
      return context.json(deployment.record(), 200);
    });

/** A server that starts takes GPU and memory from the one that is measured. */
function refuseWhileMeasuring({ jobs }: AgentParts): void {
  if (jobs.busyWith === null) return;
  throw usageError(
    'host-is-measuring',
    `the job ${jobs.busyWith} is under way on this host`,
    'wait for it, or cancel it',
  );
}

/** Types alone: the text comes as a stream. */
const asText = (answer: Response): TypedResponse<string, 200, 'text'> =>
  answer as unknown as TypedResponse<string, 200, 'text'>;

function found({ deployments }: AgentParts, id: string): Deployment {
  const deployment = deployments.find(id);
  if (deployment === null) throw unknownDeployment();
  return deployment;
}

const unknownDeployment = () => unknown('there is no such deployment', 'GET /deployments lists them');
