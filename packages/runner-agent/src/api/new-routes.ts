import { OpenAPIHono } from '@hono/zod-openapi';
import { apiError } from './api-error.ts';

/** A set of routes that says of a wrong request all that is wrong with it, in the shape of every error. */
export function newRoutes(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (outcome, context) => {
      if (outcome.success) return undefined;
      const problems = outcome.error.issues.map(
        ({ path, message }) => `${path.join('.') || outcome.target}: ${message}`,
      );
      const hint = 'GET /reference shows what the route takes';
      return context.json(apiError('request-invalid', problems.join('\n'), hint), 400);
    },
  });
}
