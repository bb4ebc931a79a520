import { expect, test } from 'vitest';
import { createAgentClient } from '../client/agent-client.ts';
import { smallPlan } from '../jobs/testing/agent-for-tests.ts';
import { ask, authorization, codeOf, serve, token } from './testing/served-agent.ts';

test.each([
  ['no token', {}, 'token-missing'],
  ['a wrong token', { authorization: 'Bearer another-token-0123456789' }, 'token-wrong'],
  ['a token of another kind', { authorization: `Basic ${token}` }, 'token-missing'],
  ['an empty token', { authorization: 'Bearer ' }, 'token-missing'],
])('%s lets nobody in, at any route', async (_, headers, code) => {
  const { port } = await serve();
  for (const path of [
    '/jobs',
    '/version',
    '/probes',
    '/openapi.json',
    '/reference',
    '/metrics',
    '/no-such-route',
  ]) {
    const answer = await ask(port, path, { headers });
    expect([path, answer.status, codeOf(answer)]).toEqual([path, 401, code]);
  }
  expect((await ask(port, '/health', { headers })).text).toBe('{"status":"ok"}');
});

test('the right token lets in', async () => {
  const { url } = await serve();
  expect(await createAgentClient({ url, token }).jobs()).toEqual([]);
});

test('an agent off loopback does not start without a token, or with one that is easily guessed', async () => {
  await expect(serve({ host: '0.0.0.0', token: null })).rejects.toMatchObject({ code: 'token-required' });
  await expect(serve({ host: '0.0.0.0', token: 'short' })).rejects.toMatchObject({ code: 'token-short' });
});

test('without a token, a name that a stranger pointed at this host is refused', async () => {
  const { port } = await serve({ token: null });
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1.evil.example',
    'localhost.evil.example',
  ]) {
    const answer = await ask(port, '/jobs', { headers: { host } });
    expect([host, answer.status >= 400]).toEqual([host, true]);
  }
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'LOCALHOST', '[::1]:1'])
    expect([host, (await ask(port, '/jobs', { headers: { host } })).status]).toEqual([host, 200]);
});

test('a page of another site cannot ask through the browser of someone on this host', async () => {
  const { port } = await serve({ token: null });
  const headers = { origin: 'https://evil.example' };
  expect((await ask(port, '/jobs/job-00000000000000000000/cancel', { method: 'POST', headers })).status).toBe(
    403,
  );
});

test.each([
  '/jobs/../../etc/passwd',
  '/jobs/..%2f..%2fetc%2fpasswd/result',
  '/jobs/%2e%2e%2f%2e%2e%2fetc/result',
  '/jobs/%252e%252e%252fetc/result',
  '/jobs/job-0000000000000000000%2f/result',
  '/jobs/job-00000000000000000000%00/result',
  '/jobs/..\\..\\etc/events',
  '/deployments/..%2f..%2fetc/logs',
  '/jobs/job-00000000000000000000/result',
])('the path %s reaches no file', async (path) => {
  const { port } = await serve();
  const answer = await ask(port, path, { headers: { authorization } });
  expect([400, 404]).toContain(answer.status);
  expect(answer.text).not.toContain('root:');
});

test('the name of an uploaded file cannot be a path', async () => {
  const { url } = await serve();
  const files = [{ source: 'tokenizer', name: '../../../etc/cron.d/evil', base64: '' }];
  await expect(
    createAgentClient({ url, token }).submitJob({ plan: smallPlan([]), files }),
  ).rejects.toMatchObject({ code: 'request-invalid', message: expect.stringContaining('files') });
});
