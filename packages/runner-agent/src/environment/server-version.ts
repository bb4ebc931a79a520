import { z } from 'zod';
import { type Fact, known, unreadable } from './fact.ts';
import type { JsonGetter } from './http-json.ts';

/** The routes that tell an engine's version: vLLM's, then SGLang's new one and its old one. */
const routes = ['/version', '/server_info', '/get_server_info'] as const;
const answerSchema = z.looseObject({ version: z.string() });

/** The version that a running server tells, with the route that told it. `url` is the server's own, without a path. */
export async function readServerVersion(get: JsonGetter, url: string): Promise<Fact<string>> {
  let reason = 'the server has no route that tells it';
  for (const route of routes) {
    const answer = await get(new URL(route, url).href);
    if (answer.kind === 'failed') {
      reason = answer.reason;
      continue;
    }
    const version = answerSchema.safeParse(answer.json).data?.version;
    if (version !== undefined) return known(version, `GET ${route}`);
  }
  return unreadable(reason, 'the server');
}
