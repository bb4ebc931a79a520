import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { kneepointPath, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { startSimulator } from './support/start-simulator.ts';
import { zshDriver } from './support/zsh-driver.ts';

type Shell = 'bash' | 'zsh' | 'fish';
const shells: readonly Shell[] = ['bash', 'zsh', 'fish'];

const home = newFolder();
const folder = newFolder();
const environment = {
  HOME: home,
  XDG_DATA_HOME: join(home, 'data'),
  PATH: `${folder}/bin:${process.env['PATH']}`,
};
const scripts = new Map<Shell, string>();
let runId = '';

/** A program named kneepoint, a plan, a config with an agent, and a history with a run: all that can be offered. */
beforeAll(async () => {
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'plans'));
  const program = join(folder, 'bin', 'kneepoint');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${kneepointPath}' "$@"\n`);
  chmodSync(program, 0o755);
  writeFileSync(join(folder, 'plans', 'nightly.yaml'), '');
  writeFileSync(join(folder, 'plans', 'notes.txt'), '');
  mkdirSync(join(home, '.config', 'kneepoint'), { recursive: true });
  writeFileSync(
    join(home, '.config', 'kneepoint', 'config.yaml'),
    'agents: [{ name: gpu-host, url: "http://gpu-host:7321" }]\n',
  );
  for (const shell of shells) {
    const { stdout } = await runKneepoint(['completion', shell]);
    const path = join(folder, `completion.${shell}`);
    writeFileSync(path, stdout);
    scripts.set(shell, path);
  }
  const simulator = await startSimulator('--profile', 'ideal');
  const bench = ['bench', simulator.url, '--users', '1', '--requests', '1', '--quiet'];
  await runKneepoint(bench, { environment, directory: folder });
  await simulator.close();
  const { stdout } = await runKneepoint(['history', '--json'], { environment });
  runId = (JSON.parse(stdout) as { id: string }[])[0]?.id ?? '';
  expect(runId).not.toBe('');
});

const isInstalled = (shell: Shell): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

/** What a real shell offers for a line, or makes of it. */
function completed(shell: Shell, line: string): string {
  const script = scripts.get(shell) ?? '';
  const run = (program: string, words: readonly string[]): string =>
    execFileSync(program, words, { cwd: folder, env: environment, encoding: 'utf8', timeout: 60_000 });
  switch (shell) {
    case 'bash':
      return run('bash', ['--noprofile', '--norc', '-c', bashDriver(script), 'bash', ...line.split(' ')]);
    case 'zsh':
      return run('zsh', ['-f', '-c', zshDriver, 'zsh', script, line]);
    case 'fish':
      return run('fish', ['--no-config', '-c', `source ${script}; complete -C '${line}' | cut -f1`]);
  }
}

const bashDriver = (script: string): string =>
  `source ${script}; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _kneepoint kneepoint; printf '%s\\n' "\${COMPREPLY[@]}"`;

/** A line that has one completion, and the word that comes of it. */
const lines: readonly (readonly [line: string, word: string])[] = [
  ['kneepoint be', 'bench'],
  ['kneepoint audit ca', 'caching'],
  ['kneepoint config sh', 'show'],
  ['kneepoint bench http --use', '--users'],
  ['kneepoint bench --api sg', 'sglang-generate'],
  ['kneepoint compare plan.yaml --servers to', 'together'],
  ['kneepoint --language k', 'ko'],
  ['kneepoint compare plans/ni', 'plans/nightly.yaml'],
  ['kneepoint compare plan.yaml --agent gp', 'gpu-host'],
  ['kneepoint history show 20', '(run)'],
  ['kneepoint completion fi', 'fish'],
];

for (const shell of shells) {
  const isHere = isInstalled(shell);
  test.skipIf(!isHere)(
    `${shell}${isHere ? '' : ' (not installed)'} completes commands, flags, values, plans, agents and runs`,
    () => {
      for (const [line, word] of lines) {
        const expected = word === '(run)' ? runId : word;
        expect(completed(shell, line).trim().split(/\s/).at(-1), `${shell}: ${line}`).toBe(expected);
      }
    },
  );
}

test('a plan is offered to compare, and a text is not', () => {
  const offered = completed('bash', 'kneepoint compare plans/').trim().split('\n');
  expect(offered).toEqual(['plans/nightly.yaml']);
});

test('where nothing is known, nothing is offered, so that bash completes files', () => {
  expect(completed('bash', 'kneepoint bench h').trim()).toBe('');
  expect(completed('bash', 'kneepoint bench --model h').trim()).toBe('');
});

test('a press of the tab key makes no history, and says nothing of what goes wrong', async () => {
  const empty = newFolder();
  const asked = await runKneepoint(['__complete', 'runs'], {
    environment: { XDG_DATA_HOME: join(empty, 'data') },
  });
  expect(asked).toEqual({ code: 0, stdout: '', stderr: '' });
  writeFileSync(join(empty, 'broken.db'), 'no database');
  const environmentOfBroken = { KNEEPOINT_STORE: join(empty, 'broken.db') };
  expect(await runKneepoint(['__complete', 'runs'], { environment: environmentOfBroken })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test('a shell that is not known is refused with those that are', async () => {
  const { code, stderr } = await runKneepoint(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(stderr).toContain('bash, zsh, fish');
});
