import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { kneepointPath, runKneepoint } from './support/run-kneepoint.ts';

const packageFile = fileURLToPath(new URL('../apps/cli-tui/package.json', import.meta.url));
const { engines } = JSON.parse(readFileSync(packageFile, 'utf8')) as {
  readonly engines: { readonly node: string };
};
const needed = engines.node.replace('>=', '');

/** Node's own name of its version is all that the entry looks at. */
const pretend = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
const runAs = (version: string) =>
  runKneepoint(['--version'], { environment: { NODE_OPTIONS: `--import=${pretend(version)}` } });

test.each(['18.20.4', '20.20.2', '22.11.0'])(
  'on Node %s one sentence says which one is needed',
  async (version) => {
    const end = await runAs(version);
    expect(end).toMatchObject({ code: 2, stdout: '' });
    expect(end.stderr).toBe(
      `kneepoint: Node.js ${needed} or newer is needed, and this is ${version}\n  install a newer one from https://nodejs.org, or run kneepoint with one that is installed already\n`,
    );
  },
);

test.each(['22.12.0', '24.0.0'])('Node %s is new enough', async (version) => {
  expect(await runAs(version)).toMatchObject({ code: 0, stderr: '' });
});

const systemNode = '/usr/bin/node';

/** The version of the system's Node, where there is one. */
function systemVersion(): string | null {
  try {
    return execFileSync(systemNode, ['--version'], { encoding: 'utf8' }).trim().slice(1);
  } catch {
    return null;
  }
}

test('a real Node that is too old says so, too', ({ skip }) => {
  const version = systemVersion();
  if (version === null || Number(version.split('.')[0]) >= 22)
    return skip('this host has no older Node at /usr/bin/node');
  const end = spawnSync(systemNode, [kneepointPath, 'bench', 'http://127.0.0.1:1'], { encoding: 'utf8' });
  expect(end.status).toBe(2);
  expect(end.stderr).toContain(`and this is ${version}\n`);
});
