import { expect, test } from 'vitest';
import type { CommandRunner } from './command-runner.ts';
import { findInterpreter } from './find-interpreter.ts';
import { readPythonEnvironment } from './python-environment.ts';
import { recordedFiles } from './testing/recorded-files.ts';

const scripts = recordedFiles({
  '/opt/venv/bin/vllm': '#!/opt/venv/bin/python3.12\n# -*- coding: utf-8 -*-\nimport sys\n',
  '/opt/long/bin/vllm': `#!/bin/sh\n'''exec' "/opt/long/bin/python3" "$0" "$@"\n' '''\nimport sys\n`,
  '/usr/bin/tool': '#!/usr/bin/env python3\n',
  'bin/tool': '#!/usr/bin/env python3\n',
  '/usr/bin/server': '#!/bin/bash\nexec something\n',
  '/usr/bin/binary': '\u007fELF...',
});

test.each([
  ['/opt/venv/bin/python3.12', '', '/opt/venv/bin/python3.12'],
  ['python', '', 'python'],
  ['vllm', '/usr/bin:/opt/venv/bin', '/opt/venv/bin/python3.12'],
  ['/opt/long/bin/vllm', '', '/opt/long/bin/python3'],
  ['tool', '/usr/bin', 'python3'],
])('the interpreter of %s with the path "%s" is %s', (word, searchPath, file) => {
  expect(findInterpreter(scripts, word, searchPath)).toEqual({ kind: 'found', file });
});

test.each([
  ['vllm', '/usr/bin', 'the command is not found on the path'],
  ['server', '/usr/bin', 'the command is a script of another language'],
  ['binary', '/usr/bin', 'the command is no script'],
  ['tool', 'bin:.', 'the command is not found on the path'],
])('%s on the path "%s" has no known interpreter: %s', (word, searchPath, reason) => {
  expect(findInterpreter(scripts, word, searchPath)).toEqual({ kind: 'unknown', reason });
});

/** A program that prints `stdout`, and keeps what it was called with. */
function callsOf(stdout: string) {
  const calls: { file: string; parameters: readonly string[]; environment: unknown }[] = [];
  const run: CommandRunner = async (file, parameters, options) => {
    calls.push({ file, parameters, environment: options?.environment });
    return { kind: 'done', stdout };
  };
  return { calls, run };
}

test('versions come from the metadata that the interpreter prints last', async () => {
  const answer = {
    python: '3.12.8',
    implementation: 'CPython',
    packages: { vllm: '0.32.0', torch: '2.10.0+cu128' },
  };
  const { calls, run } = callsOf(`warning of a site\n${JSON.stringify(answer)}\n`);
  const environment = { PATH: '/opt/venv/bin', HF_TOKEN: 'hf_secret' };
  const facts = await readPythonEnvironment(scripts, run, { firstWord: 'vllm', environment });
  expect(facts).toEqual({
    python: { value: 'CPython 3.12.8', source: 'python -c', reason: null },
    packages: { value: answer.packages, source: 'python -c', reason: null },
  });
  expect(calls[0]?.file).toBe('/opt/venv/bin/python3.12');
  expect(calls[0]?.parameters[0]).toBe('-c');
  expect(calls[0]?.environment).toEqual({ PATH: '/opt/venv/bin' });
});

test('an interpreter that prints something else leaves the facts unknown', async () => {
  const { run } = callsOf('Segmentation fault\n');
  const facts = await readPythonEnvironment(scripts, run, { firstWord: 'python', environment: {} });
  expect(facts.python.reason).toBe('it printed something else than asked for');
});
