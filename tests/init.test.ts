import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

test('a plan for a named server says what was found there, and compare takes it as it is', async () => {
  const folder = newFolder();
  const path = join(folder, 'plan.yaml');
  const words = [
    'init',
    '--url',
    simulator.url,
    '--thoroughness',
    'quick',
    '--language',
    'ko,en',
    '--output',
    path,
  ];
  const end = await runKneepoint([...words, '--yes']);
  expect(end).toMatchObject({ code: 0, stdout: `kneepoint compare ${path}\n` });
  expect(readFileSync(path, 'utf8')).toContain(`url: "${simulator.url}"`);
  const shown = await runKneepoint(['compare', path, '--dry-run'], { directory: folder });
  expect(shown.code).toBe(0);
});

test('a plan that is there is not overwritten', async () => {
  const path = join(newFolder(), 'plan.yaml');
  const words = ['init', '--url', simulator.url, '--yes', '--output', path];
  await runKneepoint(words);
  const before = readFileSync(path, 'utf8');
  const again = await runKneepoint(words);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('is there already');
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test('an address where no server answers is refused with what to ask next', async () => {
  const end = await runKneepoint([
    'init',
    '--url',
    'http://127.0.0.1:9',
    '--yes',
    '--output',
    join(newFolder(), 'p.yaml'),
  ]);
  expect(end.code).toBe(3);
  expect(end.stderr).toContain('kneepoint doctor http://127.0.0.1:9');
});
