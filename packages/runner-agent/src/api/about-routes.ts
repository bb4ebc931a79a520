import { createRoute, z } from '@hono/zod-openapi';
import { eventStream } from '../events/event-stream.ts';
import type { AgentParts } from './agent-parts.ts';
import { body, documented, json } from './documented.ts';
import { newRoutes } from './new-routes.ts';
import { streamAnswer, takeSeat } from './streaming.ts';

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the agent lives; needs no token',
  responses: documented({ 200: json('It does.', z.object({ status: z.literal('ok') })) }),
});

const version = createRoute({
  method: 'get',
  path: '/version',
  summary: "The agent's version",
  responses: documented({
    200: json(
      'Version, commit of the source where known, and Node.',
      z.object({ version: z.string(), commit: z.string().nullable(), node: z.string() }),
    ),
  }),
});

const environment = createRoute({
  method: 'get',
  path: '/environment',
  summary: 'Facts of this host: GPUs, driver, system, engines',
  responses: documented({
    200: json(
      'Each fact with its source, or the reason why it is not known.',
      z.record(z.string(), z.unknown()),
    ),
  }),
});

const probes = createRoute({
  method: 'get',
  path: '/probes',
  summary: 'Samples of GPU, memory and processes as they are taken (server-sent events)',
  responses: documented({ 200: body('Events of the kind probe.', 'text/event-stream', z.string()) }),
});

const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  summary: "The agent's own figures in the Prometheus text format",
  responses: documented({ 200: body('Gauges and counters.', 'text/plain', z.string()) }),
});

/** Routes about the agent and its host. */
export const aboutRoutes = (parts: AgentParts) =>
  newRoutes()
    .openapi(health, (context) => context.json({ status: 'ok' as const }, 200))
    .openapi(version, (context) => context.json(parts.version, 200))
    .openapi(environment, async (context) =>
      context.json(
        parts.redactor.value<Record<string, unknown>>({ ...(await parts.environment.read()) }),
        200,
      ),
    )
    .openapi(probes, (context) => {
      const seat = takeSeat(parts);
      const { heartbeatMillis } = parts;
      const stream = eventStream(parts.probes.follow(seat.signal), { seat, heartbeatMillis });
      return streamAnswer(context, seat, { stream, type: 'text/event-stream' });
    })
    .openapi(metrics, (context) => context.text(parts.metrics.text(parts), 200));
