import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { runKneepoint } from './support/run-kneepoint.ts';

/** What bash offers after these words, with the script as `completion bash` prints it. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const { stdout: script } = await runKneepoint(['completion', 'bash']);
  const asked = `${script}
COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _kneepoint; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const answer = execFileSync('bash', ['--noprofile', '--norc', '-c', asked, 'bash', 'kneepoint', ...words], {
    encoding: 'utf8',
  });
  return answer.split('\n').filter((line) => line !== '');
}

test('bash completes commands, those below them, flags and the values that a flag can have', async () => {
  expect(await offered('be')).toEqual(['bench']);
  expect(await offered('audit', 'ca')).toEqual(['caching']);
  expect(await offered('bench', '--use')).toEqual(['--users']);
  expect(await offered('compare', 'plan.yaml', '--servers', '')).toEqual(['auto', 'together', 'one-by-one']);
  expect(await offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
});

test('where nothing is known, nothing is offered, so that bash completes files', async () => {
  expect(await offered('bench', '--output', '')).toEqual([]);
  expect(await offered('report', '')).toEqual([]);
});

test.each(['zsh', 'fish'])('the script for %s names every command and flag', async (shell) => {
  const { stdout, code } = await runKneepoint(['completion', shell]);
  expect(code).toBe(0);
  for (const word of ['bench', 'caching', 'users', 'one-by-one', 'show']) expect(stdout).toContain(word);
});

test('a shell that is not known is refused with those that are', async () => {
  const { code, stderr } = await runKneepoint(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(stderr).toContain('bash, zsh, fish');
});
