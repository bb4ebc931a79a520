import { afterEach, expect, test } from 'vitest';
import { adjustProfile, type ProfileAdjustments } from '../profiles/adjust-profile.ts';
import { profiles } from '../profiles/profiles.ts';
import { type SimulatedServer, startSimulatedServer } from '../simulated-server.ts';
import { eventData, rawRequest } from '../testing/raw-client.ts';

const servers: SimulatedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(adjustments: ProfileAdjustments = {}): Promise<SimulatedServer> {
  const fast = { prefillMilliseconds: 2, stepMilliseconds: 1 };
  const server = await startSimulatedServer({
    profile: adjustProfile(profiles.ideal, { ...fast, ...adjustments }),
  });
  servers.push(server);
  return server;
}

interface Event {
  readonly usage?: { readonly prompt_tokens_details?: { readonly cached_tokens: number } };
}

async function stream(server: SimulatedServer, maxTokens: number, content = 'Hello there'): Promise<Event[]> {
  const body = JSON.stringify({
    messages: [{ role: 'user', content }],
    max_tokens: maxTokens,
    ignore_eos: true,
    stream: true,
    stream_options: { include_usage: true },
  });
  const answer = await rawRequest({ port: server.port, path: '/v1/chat/completions', body });
  return eventData(answer.chunks.join(''))
    .filter((data) => data !== '[DONE]')
    .map((data) => JSON.parse(data) as Event);
}

async function getJson(server: SimulatedServer, path: string, method = 'GET'): Promise<unknown> {
  return (await fetch(`${server.url}${path}`, { method })).json();
}

test('while it starts up, health says 503 and the simulation says when it is ready', async () => {
  const profile = profiles['rtx5090-vllm-qwen3-8b'];
  const server = await startSimulatedServer({ profile, simulateStartup: true });
  servers.push(server);
  expect((await fetch(`${server.url}/health`)).status).toBe(503);
  expect(await getJson(server, '/simulation')).toMatchObject({
    startup: { seconds: 45, readyAtMicros: 45e6 },
    memory: { emptyGigabytes: 0.5, loadedGigabytes: 31.2 },
  });
});

test.each([
  ['vllm', '/version', 200],
  ['vllm', '/health_generate', 404],
  ['vllm', '/generate', 404],
  ['sglang', '/version', 404],
  ['sglang', '/health_generate', 200],
  ['sglang', '/get_model_info', 200],
  ['sglang', '/get_server_info', 200],
  ['vllm', '/server_info', 200],
  ['vllm', '/v1/models', 200],
  ['sglang', '/generate', 405],
  ['vllm', '/no/such/route', 404],
] as const)('a server of %s answers GET %s with %i', async (engine, path, status) => {
  const server = await startSimulatedServer({ profile: profiles[`rtx5090-${engine}-qwen3-8b`] });
  servers.push(server);
  expect((await fetch(`${server.url}${path}`)).status).toBe(status);
});

test.each([
  ['vllm', 'vllm:', 'request_success_total'],
  ['sglang', 'sglang:', 'num_requests_total'],
] as const)('the metrics of %s count what was served', async (engine, prefix, finishedName) => {
  const server = await serve({ engine });
  await stream(server, 9);
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const metric = (name: string): string | undefined =>
    new RegExp(`^${prefix}${name}\\{[^}]*\\} (.*)$`, 'm').exec(text)?.[1];
  expect(metric('generation_tokens_total')).toBe('9.0');
  expect(metric('prompt_tokens_total')).toBe('10.0');
  expect(metric('time_to_first_token_seconds_count')).toBe('1.0');
  expect(metric('inter_token_latency_seconds_count')).toBe('8.0');
  expect(text).toContain(`${prefix}${finishedName}{`);
});

test('a repeated prompt is cached until the cache is cleared', async () => {
  const profile = adjustProfile(profiles['rtx5090-vllm-qwen3-8b'], { stepMilliseconds: 1 });
  const server = await startSimulatedServer({ profile });
  servers.push(server);
  const prompt = 'a long shared prompt '.repeat(30);
  const first = await stream(server, 2, prompt);
  const second = await stream(server, 2, prompt);
  expect(await getJson(server, '/reset_prefix_cache', 'POST')).toEqual({ success: true });
  const third = await stream(server, 2, prompt);
  const cached = [first, second, third].map((events) => events.at(-1)?.usage?.prompt_tokens_details);
  expect(cached.map((details) => details?.cached_tokens)).toEqual([0, 128, 0]);
});
