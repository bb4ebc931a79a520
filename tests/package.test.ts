import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readResult } from './support/read-result.ts';
import {
  hasMeasured,
  type KneepointEnd,
  newFolder,
  runKneepoint,
  startKneepoint,
} from './support/run-kneepoint.ts';
import { startSimulator } from './support/start-simulator.ts';

const sources = fileURLToPath(new URL('../apps/cli-tui/', import.meta.url));
const folder = newFolder();
const installed = join(folder, 'node_modules/kneepoint');
const pollMillis = 50;
const manifestBefore = readFileSync(join(sources, 'package.json'), 'utf8');

/** Plain npm, as on a machine that has never seen this repository. */
function npm(directory: string, ...words: string[]): string {
  return execFileSync('npm', [...words, '--no-audit', '--no-fund'], {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const kneepoint = (...words: string[]): Promise<KneepointEnd> =>
  runKneepoint(words, { directory: folder, program: join(installed, 'dist/main.js') });

beforeAll(() => {
  npm(sources, 'pack', '--pack-destination', folder);
  npm(folder, 'init', '--yes');
  npm(folder, 'install', '--prefer-offline', './kneepoint-0.1.0.tgz');
});
afterAll(() => expect(readFileSync(join(sources, 'package.json'), 'utf8')).toBe(manifestBefore));

test('the package has what belongs to it, and a manifest that any package manager reads', () => {
  for (const name of ['README.md', 'LICENSE', 'dist/main.js', 'dist/load-worker.js', 'dist/quickstart.yaml'])
    expect(existsSync(join(installed, name)), name).toBe(true);
  const manifest = readFileSync(join(installed, 'package.json'), 'utf8');
  expect(manifest).not.toMatch(/workspace:|catalog:|devDependencies/);
  expect(existsSync(join(installed, 'src'))).toBe(false);
});

test('the installed command measures the simulator of another installation, and writes the report', async () => {
  const simulator = await startSimulator('--profile', 'ideal');
  const bench = await kneepoint(
    ...[
      'bench',
      simulator.url,
      '--users',
      '2',
      '--requests',
      '4',
      '--output-tokens',
      '8',
      '--output',
      'r.json',
    ],
  );
  await simulator.close();
  expect(bench).toSatisfy(hasMeasured);
  expect(bench.stderr).not.toContain('history');
  expect(readResult(join(folder, 'r.json')).tool.commit).toBeNull();
  const report = await kneepoint('report', 'r.json', '--language', 'ko,en', '--format', 'markdown,html');
  expect(report).toMatchObject({ code: 0, stderr: '' });
  for (const name of ['report.ko.md', 'report.en.md', 'report.html'])
    expect(existsSync(join(folder, name))).toBe(true);
});

test('the installed command has its simulator too', async () => {
  const help = await kneepoint('sim', '--help');
  expect(help).toMatchObject({ code: 0, stderr: '' });
  const wrong = await kneepoint('sim', '--profile', 'none');
  expect(wrong.code).toBe(2);
});

test('the installed quickstart starts its servers, and Ctrl-C ends all of it with what was measured', async () => {
  const running = startKneepoint(['quickstart'], {
    directory: folder,
    program: join(installed, 'dist/main.js'),
  });
  const result = join(folder, 'out/quickstart/result.json');
  while (!existsSync(result)) await delay(pollMillis);
  running.process.kill('SIGINT');
  const end = await running.ended;
  expect(end.code).toBe(130);
  expect(readResult(result).targets.map((target) => target.simulated)).toEqual([true, true]);
  expect(end.stdout).toContain('report.ko.md');
});
