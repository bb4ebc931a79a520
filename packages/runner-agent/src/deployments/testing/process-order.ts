import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parsePlan, usualTrust } from '@kneepoint/core';
import type { DeploymentOrder } from '../deployer.ts';
import { firstTokenCompletion } from '../readiness/first-token.ts';
import { freePort } from './free-port.ts';

/** The small server of the tests. */
export const serverPath = fileURLToPath(new URL('../__fixtures__/server.mjs', import.meta.url));

/** What a test says of a process; the small server with no flags where it says nothing. */
export type ProcessWish = {
  readonly flags?: readonly string[];
  readonly deploy?: Readonly<Record<string, unknown>>;
  readonly command?: readonly unknown[];
};

/**
 * An order for a process on a free port, through a plan as a person would write it. Its id begins with the name and is
 * no other one's on this host: processes are found again by it.
 */
export async function processOrder(name: string, wish: ProcessWish = {}): Promise<DeploymentOrder> {
  const port = await freePort();
  const command = wish.command ?? [process.execPath, serverPath, '--port', port, ...(wish.flags ?? [])];
  const deploy = { process: { command, stopTimeout: '5s', ...wish.deploy } };
  const plan = {
    version: 1,
    name: 'test',
    targets: [{ name: 'a', url: `http://127.0.0.1:${port}`, deploy }],
    suites: [{ kind: 'single-user', requests: 1, outputTokens: 1 }],
  };
  const target = parsePlan(JSON.stringify(plan), 'plan.yaml').targets[0];
  return {
    id: `${name}-${randomBytes(6).toString('hex')}`,
    job: 'job-1',
    target: 'a',
    engine: 'vllm',
    url: target?.url ?? '',
    deploy: target?.deploy ?? null,
    tls: usualTrust,
    headers: {},
    firstToken: firstTokenCompletion('m'),
  };
}
