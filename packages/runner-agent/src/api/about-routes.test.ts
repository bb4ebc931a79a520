import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { depsForTests } from '../jobs/testing/agent-for-tests.ts';
import { createAgent } from './create-agent.ts';

async function startAgent() {
  const state = mkdtempSync(join(tmpdir(), 'kneepoint-about-'));
  const agent = await createAgent(depsForTests(state));
  onTestFinished(async () => {
    await agent.close();
    rmSync(state, { recursive: true, force: true });
  });
  return agent.app;
}

test('the document names every route, and the page shows all of them and asks nobody else', async () => {
  const app = await startAgent();
  const document = (await (await app.request('/openapi.json')).json()) as {
    paths: Record<string, object>;
    openapi: string;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths).sort()).toEqual([
    '/deployments',
    '/deployments/{id}',
    '/deployments/{id}/logs',
    '/environment',
    '/health',
    '/jobs',
    '/jobs/{id}',
    '/jobs/{id}/cancel',
    '/jobs/{id}/events',
    '/jobs/{id}/hold',
    '/jobs/{id}/release',
    '/jobs/{id}/requests',
    '/jobs/{id}/result',
    '/jobs/{id}/skip',
    '/metrics',
    '/probes',
    '/results',
    '/version',
  ]);
  const answer = await app.request('/reference');
  const page = await answer.text();
  for (const path of Object.keys(document.paths)) expect(page).toContain(`<code>${path}</code>`);
  expect(page).not.toMatch(/<script|<link|https?:\/\/(?!json-schema\.org)/);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the agent tells of itself and its host', async () => {
  const app = await startAgent();
  expect(await (await app.request('/version')).json()).toMatchObject({ version: '0.0.0-test', commit: null });
  expect(await (await app.request('/environment')).json()).toEqual({ gpus: [], reason: 'no GPU in a test' });
  const metrics = await (await app.request('/metrics')).text();
  expect(metrics).toContain('kneepoint_agent_jobs{state="queued"} 0\n');
  expect(metrics).toMatch(/kneepoint_agent_answers_total\{status="2xx"\} \d+/);
});

test('every wrong request has the one shape of an error', async () => {
  const app = await startAgent();
  const post = (body: string, type: string) =>
    app.request('/jobs', { method: 'POST', body, headers: { 'content-type': type } });
  const answers = [
    [await app.request('/nothing'), 404],
    [await app.request('/jobs/job-00000000000000000000'), 404],
    [await app.request('/jobs/x'), 400],
    [await post('{', 'application/json'), 400],
    [await post('{}', 'application/json'), 400],
    [await post('plan', 'text/plain'), 415],
  ] as const;
  for (const [answer, status] of answers) {
    expect(answer.status).toBe(status);
    const { error } = (await answer.json()) as { error: Record<string, unknown> };
    expect(Object.keys(error)).toEqual(['code', 'message', 'hint']);
  }
});
