import { exitCodes, KneepointError } from '@kneepoint/core';
import { HTTPException } from 'hono/http-exception';
import { aboutRoutes } from './about-routes.ts';
import type { AgentParts } from './agent-parts.ts';
import { apiError, type ErrorStatus, statusOf } from './api-error.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { capBody, guard } from './guard.ts';
import { jobRoutes } from './job-routes.ts';
import { newRoutes } from './new-routes.ts';
import { referencePage } from './reference-page.ts';

/** The agent's API. Its type is what the client is made from. */
export function agentApp(parts: AgentParts) {
  const app = newRoutes();
  app.use(guard(parts));
  app.use(capBody(parts.policy.limits.bodyBytes));
  app.onError((error, context) => {
    const known = problemOf(error);
    const { code, message, hint } = known;
    return context.json(apiError(code, parts.redactor.text(message), hint), known.status);
  });
  app.notFound((context) =>
    context.json(apiError('route-unknown', 'there is no such route', 'GET /reference lists them'), 404),
  );
  const routed = app
    .route('/', aboutRoutes(parts))
    .route('/', deploymentRoutes(parts))
    .route('/', jobRoutes(parts));
  const document = once(() =>
    routed.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Kneepoint agent',
        version: parts.version.version,
        description: 'Starts inference servers on this host, measures them, and tells of both.',
      },
    }),
  );
  routed.get('/openapi.json', (context) => context.json(document()));
  routed.get('/reference', (context) => {
    context.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    return context.html(referencePage(document()));
  });
  return routed;
}

/** The API as a type. */
export type AgentApp = ReturnType<typeof agentApp>;

type Problem = {
  readonly status: ErrorStatus;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
};

function problemOf(error: Error): Problem {
  if (error instanceof KneepointError) {
    const { code, message, hint } = error;
    return { status: statusOf(error), code, message, hint };
  }
  if (error instanceof HTTPException) {
    const status = error.status === 415 ? 415 : 400;
    const hint = 'send JSON, with "content-type: application/json"';
    return { status, code: 'request-invalid', message: error.message, hint };
  }
  const message = `a mistake in Kneepoint: ${error.message}`;
  return {
    status: 500,
    code: 'internal',
    message,
    hint: `exit code ${exitCodes.internal} of the command line`,
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
