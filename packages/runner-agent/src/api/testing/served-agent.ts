import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { depsForTests } from '../../jobs/testing/agent-for-tests.ts';
import { type AgentPolicy, closedPolicy } from '../../policy/agent-policy.ts';
import { serveAgent } from '../serve-agent.ts';

/** The token of agents in tests. */
export const token = 'a-token-for-the-tests-0123456789';

type Changes = Partial<Parameters<typeof serveAgent>[0]>;

/** An agent that listens, for the time of a test; by default with a token, and nothing allowed. */
export async function serve(changes: Changes = {}) {
  const state = mkdtempSync(join(tmpdir(), 'kneepoint-served-'));
  const agent = await serveAgent({
    ...depsForTests(state),
    policy: closedPolicy,
    host: '127.0.0.1',
    port: 0,
    token,
    ...changes,
  });
  onTestFinished(async () => {
    await agent.close();
    rmSync(state, { recursive: true, force: true });
  });
  return { ...agent, state, port: Number(new URL(agent.url).port) };
}

/** An answer, read whole. */
export type Answer = { readonly status: number; readonly text: string };

/** Asks without a client's own ideas of paths and headers. */
export async function ask(
  port: number,
  path: string,
  options: RequestOptions & { body?: string } = {},
): Promise<Answer> {
  const asked = request({ host: '127.0.0.1', port, path, ...options });
  asked.end(options.body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  return { status: answer.statusCode ?? 0, text };
}

/** The code of an error. */
export const codeOf = ({ text }: Answer): unknown => JSON.parse(text).error.code;
/** What lets a test in. */
export const authorization = `Bearer ${token}`;

/** Nothing allowed, and these limits. */
export const limits = (changes: Partial<AgentPolicy['limits']>): AgentPolicy => ({
  ...closedPolicy,
  limits: { ...closedPolicy.limits, ...changes },
});
