import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveLocalAgent, unrestrictedPolicy } from '@kneepoint/runner-agent';
import { profiles, startSimulatedServer } from '@kneepoint/sim-server';
import { onTestFinished } from 'vitest';

/** A real agent of this host on a port of its own, for the time of a test. */
export async function startRealAgent(): Promise<{ readonly url: string; readonly port: number }> {
  const state = mkdtempSync(join(tmpdir(), 'kneepoint-job-view-'));
  const agent = await serveLocalAgent(
    {
      stateFolder: state,
      agentId: 'job-view',
      policy: unrestrictedPolicy,
      variables: {},
      secrets: [],
      tool: { version: '0.0.0-test', node: process.version, commit: null },
      ceiling: () => null,
      warn: () => {},
    },
    { host: '127.0.0.1', port: 0, token: null },
  );
  onTestFinished(async () => {
    await agent.close();
    rmSync(state, { recursive: true, force: true });
  });
  return { url: agent.url, port: Number(new URL(agent.url).port) };
}

/** A plan of so many stages of so many seconds over a simulated server, for the time of a test. */
export async function simulatedPlan(stages: number, seconds: number): Promise<string> {
  const server = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => server.close());
  return `version: 1
name: 원격 비교
targets: [{ name: sim, url: "${server.url}" }]
suites: [{ kind: concurrency, users: [2], duration: ${seconds}s, inputTokens: 40, outputTokens: 8 }]
repeats: ${stages}
`;
}
