import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseServeArguments } from './serve-arguments.ts';

test('flags replace the numbers of a profile', () => {
  const options = parseServeArguments([
    '--profile=ideal',
    '--step-ms',
    '5',
    '--ttft-ms=20',
    '--tokens-per-event',
    '3',
    '--align',
    '--fault',
    'crlf',
    '--fault=stall=5',
  ]);
  expect(options.profile).toMatchObject({
    timing: { stepMicros: 5_000, timeToFirstTokenMicros: 20_000, alignSteps: true },
    tokensPerStep: 3,
  });
  expect(options.faults?.map((fault) => fault.kind)).toEqual(['line-end', 'stall']);
  expect(options).toMatchObject({ port: 0, seed: 1, precise: false, simulateStartup: false });
});

test('every problem is reported at once', () => {
  const bad = ['--profile', 'perfect', '--stepms', '--port', 'x', '--fault', 'oops', '--engine', 'tgi'];
  expect(() => parseServeArguments(bad)).toThrow(/stepms[\s\S]*perfect[\s\S]*tgi[\s\S]*port[\s\S]*oops/);
});

test('a server in a process of its own says where it listens and ends when told to', async () => {
  const entry = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, '--profile', 'ideal'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const { event, url } = JSON.parse(line) as { event: string; url: string };
  expect(event).toBe('listening');
  expect((await fetch(`${url}/health`)).status).toBe(200);
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});
