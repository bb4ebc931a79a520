import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { localCommands } from './command-runner.ts';
import { pythonFactsSchema } from './host-facts-schema.ts';
import { localFiles } from './host-files.ts';
import { readPythonEnvironment } from './python-environment.ts';

function pythonIsHere(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('the test with a real Python is skipped: there is no python3 here');
    return false;
  }
}

test.skipIf(!pythonIsHere())('a real Python answers the script', async () => {
  const question = { firstWord: 'python3', environment: process.env };
  const facts = await readPythonEnvironment(localFiles, localCommands, question);
  expect(pythonFactsSchema.parse(facts)).toEqual(facts);
  expect(facts.python.value).toMatch(/^CPython 3\.\d+/);
});

test('a program that does not end in time is ended and says so', async () => {
  const output = await localCommands(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], {
    timeoutMillis: 50,
  });
  expect(output).toMatchObject({ kind: 'failed', reason: 'it did not end in time' });
});

test('a parameter with the signs of a shell stays one parameter', async () => {
  const output = await localCommands(process.execPath, ['-p', 'process.argv[1]', '--', '; echo $HOME `id`']);
  expect(output).toEqual({ kind: 'done', stdout: '; echo $HOME `id`\n' });
});
