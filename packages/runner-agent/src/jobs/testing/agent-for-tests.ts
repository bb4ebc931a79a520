import { createServer } from 'node:net';
import { join } from 'node:path';
import { assembleResult, readClockZero, runBenchmark } from '@kneepoint/core';
import type { AgentDeps } from '../../api/create-agent.ts';
import { unrestrictedPolicy } from '../../policy/agent-policy.ts';
import { childDeployer } from './child-deployer.ts';

/** Where the deployer of the tests remembers its processes. */
export const childrenFolder = (stateFolder: string): string => join(stateFolder, 'children');

/** An agent as a person would start it, with simulated servers in the place of real ones. */
export function depsForTests(stateFolder: string): AgentDeps {
  return {
    stateFolder,
    access: { kind: 'in-process' },
    policy: unrestrictedPolicy,
    deployer: childDeployer(childrenFolder(stateFolder)),
    benchmark: { run: runBenchmark, assemble: assembleResult },
    environment: { read: async () => ({ gpus: [], reason: 'no GPU in a test' }) },
    probes: {
      zero: readClockZero(),
      now: () => 0,
      subscribe: () => () => {},
      watch: () => {},
      forget: () => {},
      restMillis: 0,
    },
    firstTokenOf: () => null,
    describeResult: async (result) => result,
    variables: {},
    secrets: [],
    tool: { version: '0.0.0-test', node: process.version, commit: null },
    ceiling: () => null,
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A target that the agent starts itself. */
export const deployedTarget = (name: string, port: number, flag = ''): string =>
  `  - { name: ${name}, deploy: { process: { command: [serve, --port, "${port}"${flag === '' ? '' : `, ${flag}`}] } } }`;

/** A plan small enough for a test. */
export const smallPlan = (targets: readonly string[], more = ''): string => `version: 1
name: small
seed: small
targets:
${targets.join('\n')}
suites:
  - { kind: single-user, requests: 2, outputTokens: 8 }
${more}`;
