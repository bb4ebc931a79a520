import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hasMeasured, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { type RecordingServer, startRecordingServer } from './support/start-recording-server.ts';

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

let seen = 0;
beforeEach(() => {
  seen = server.requests.length;
});
const newRequests = (): RecordingServer['requests'] => server.requests.slice(seen);
const bench = (...flags: string[]): ReturnType<typeof runKneepoint> =>
  runKneepoint(['bench', server.url, '--users', '1', '--input-tokens', '40', '--quiet', ...flags]);

/** What is asked of the model, without what is said about lengths. */
function prompts(requests: RecordingServer['requests']): string[] {
  return requests.map(({ body }) => {
    const { messages } = JSON.parse(body) as { messages: readonly { content: string }[] };
    return messages.map((message) => message.content).join('\n');
  });
}

test('--requests sends exactly that many', async () => {
  const end = await bench('--requests', '7', '--users', '3');
  expect(end).toSatisfy(hasMeasured);
  expect(newRequests()).toHaveLength(7);
});

test('a seed repeats the texts while the salt keeps every prompt new', async () => {
  await bench('--requests', '3', '--seed', 'monday');
  await bench('--requests', '3', '--seed', 'monday');
  const texts = prompts(newRequests());
  expect(texts).toHaveLength(6);
  expect(new Set(texts).size).toBe(6);
  const tails = texts.map((text) => text.slice(-40));
  expect(tails.slice(0, 3)).toEqual(tails.slice(3));
  await bench('--requests', '3', '--seed', 'tuesday');
  expect(
    prompts(newRequests())
      .slice(6)
      .map((text) => text.slice(-40)),
  ).not.toEqual(tails.slice(0, 3));
});

test('--prompt is asked as it stands, with a salt', async () => {
  await bench('--requests', '2', '--prompt', 'Name a river.');
  const texts = prompts(newRequests());
  expect(texts.every((text) => text.includes('Name a river.'))).toBe(true);
  expect(new Set(texts).size).toBe(2);
});

test('--body, --header and --api-key-env reach the server, and the key stays out of every output and file', async () => {
  const key = 'sk-very-secret-0123456789';
  const folder = newFolder();
  const output = join(folder, 'result.json');
  const end = await runKneepoint(
    [
      ...['bench', server.url, '--requests', '2', '--users', '1', '--output', output],
      ...[
        '--body',
        '{"temperature":0.5,"max_tokens":2}',
        '--header',
        'x-team: search',
        '--api-key-env',
        'LLM_KEY',
      ],
      ...['--header', 'x-secret: another-secret-9876'],
    ],
    { environment: { LLM_KEY: key } },
  );
  expect(end).toSatisfy(hasMeasured);
  const [first] = newRequests();
  expect(first?.headers).toMatchObject({ authorization: `Bearer ${key}`, 'x-team': 'search' });
  expect(JSON.parse(first?.body ?? '')).toMatchObject({
    temperature: 0.5,
    max_tokens: 2,
    model: 'small-model',
  });
  for (const text of [end.stdout, end.stderr, readFileSync(output, 'utf8')]) {
    expect(text).not.toContain(key);
    expect(text).not.toContain('another-secret-9876');
  }
});

test('the path of the home directory is not in the result', async () => {
  const home = newFolder();
  const output = join(home, 'result.json');
  const end = await runKneepoint(
    ['bench', server.url, '--requests', '1', '--users', '1', '--output', output],
    {
      environment: { HOME: home },
    },
  );
  expect(end).toSatisfy(hasMeasured);
  expect(readFileSync(output, 'utf8')).not.toContain(home);
});
