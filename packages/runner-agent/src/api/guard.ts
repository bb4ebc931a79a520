import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refusalOf } from '../policy/access.ts';
import type { AgentParts } from './agent-parts.ts';
import { apiError } from './api-error.ts';

/** Says that the agent lives, and nothing else: the one route that needs no token. */
export const openPath = '/health';

/** Lets in who may ask, before anything of a request but its headers is read; counts the answers. */
export function guard({ access, metrics }: Pick<AgentParts, 'access' | 'metrics'>): MiddlewareHandler {
  return async (context, next) => {
    const { req: asked } = context;
    const refusal = refusalOf(access, {
      authorization: asked.header('authorization') ?? null,
      host: asked.header('host') ?? null,
      origin: asked.header('origin') ?? null,
    });
    if (refusal === null || (refusal.status === 401 && asked.path === openPath)) await next();
    else {
      const { status, code, message, hint } = refusal;
      if (status === 401) context.header('www-authenticate', 'Bearer');
      context.res = context.json(apiError(code, message, hint), status);
    }
    metrics.answered(context.res.status);
  };
}

/** Refuses a body that is larger than the policy allows: at its announced length, or once so much of it has come. */
export function capBody(mostBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: mostBytes,
    onError: (context) => {
      context.header('connection', 'close');
      const hint =
        'leave files out that the agent can read itself, or raise limits.bodyBytes in its policy file';
      return context.json(
        apiError('body-too-large', `the body is larger than ${mostBytes} bytes`, hint),
        413,
      );
    },
  });
}
