import { expect, test } from 'vitest';
import { captureBytes } from '../transport/testing/captures.ts';
import { type Answerer, startRawServer } from '../transport/testing/raw-server.ts';
import { readServerFacts } from './server-facts.ts';

/** A server that answers each route with a recorded answer of a real one, and the others with its recorded 404. */
const recorded =
  (engine: 'vllm' | 'sglang', routes: Readonly<Record<string, string>>): Answerer =>
  ({ socket }, request) => {
    const path = request.split(' ')[1] ?? '';
    socket.write(captureBytes(`${engine}/${routes[path] ?? 'not_found'}`));
  };
const factsOf = async (answer: Answerer) => {
  const server = await startRawServer(answer);
  return readServerFacts(`http://127.0.0.1:${server.port}`, { headers: {}, address: null });
};

test('a recorded vLLM says its engine, version and model', async () => {
  expect(await factsOf(recorded('vllm', { '/v1/models': 'models', '/version': 'version' }))).toMatchObject({
    engine: 'vllm',
    version: '0.32.0',
    models: [{ id: 'Qwen/Qwen3-8B', maxModelLength: expect.any(Number) as number }],
    hasOpenAiRoutes: true,
    hasGenerateRoute: false,
    simulation: null,
  });
});

test('a recorded SGLang says its engine and arguments, without secrets, paths and hosts', async () => {
  const routes = {
    '/v1/models': 'models',
    '/get_server_info': 'get_server_info',
    '/get_model_info': 'get_model_info',
  };
  const facts = await factsOf(recorded('sglang', routes));
  expect(facts).toMatchObject({ engine: 'sglang', version: '0.5.23', hasGenerateRoute: true });
  expect(Object.keys(facts.serverConfig ?? {}).length).toBeGreaterThan(50);
  expect(JSON.stringify(facts.serverConfig)).not.toContain('/opt/kneepoint-engine');
  expect(
    Object.keys(facts.serverConfig ?? {}).filter((key) => /api_key|path|host|command/.test(key)),
  ).toEqual([]);
});

test('a server that knows no control route is another engine, with no version', async () => {
  expect(await factsOf(recorded('vllm', {}))).toMatchObject({
    engine: 'other',
    version: null,
    models: [],
    hasOpenAiRoutes: false,
    modelsStatus: 404,
  });
});

test('where nothing listens the system’s error is thrown', async () => {
  const server = await startRawServer(() => undefined);
  await server.close();
  await expect(
    readServerFacts(`http://127.0.0.1:${server.port}`, { headers: {}, address: null }),
  ).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});
