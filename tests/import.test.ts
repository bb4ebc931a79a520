import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseResult, type Result } from '../packages/core/src/index.ts';
import { newFolder, runKneepoint } from './support/run-kneepoint.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../packages/importers/src/__fixtures__/${name}`, import.meta.url));
const example = fileURLToPath(new URL('../examples/reference-report/', import.meta.url));
const oneSentence = /^kneepoint: [^\n]+\n(?: {2}[^\n]+\n)+$/;

/** A result without what another run of the same import has otherwise. */
function lasting(result: Result): object {
  const { createdAt: _at, tool: _tool, command: _command, ...rest } = result;
  return rest;
}

test('the result of the reference report is what its command writes today', async () => {
  const directory = newFolder();
  for (const name of ['report.ko.md', 'mapping.yaml'])
    copyFileSync(join(example, name), join(directory, name));
  const words = [
    'import',
    'report.ko.md',
    '--mapping',
    'mapping.yaml',
    '--output',
    'my-result.json',
    '--quiet',
  ];
  const end = await runKneepoint(words, { directory });
  expect(end).toEqual({ code: 0, stdout: '', stderr: '' });
  const made = parseResult(readFileSync(join(directory, 'my-result.json'), 'utf8'), 'made');
  const committed = parseResult(readFileSync(join(example, 'output/result.json'), 'utf8'), 'committed');
  expect(lasting(made)).toEqual(lasting(committed));
});

test("another tool's file is printed with what is to be known of its figures, and written where asked for", async () => {
  const directory = newFolder();
  const end = await runKneepoint(
    ['import', fixture('vllm.json'), '--target', 'mine', '--output', 'out.json'],
    {
      directory,
    },
  );
  expect(end).toMatchObject({ code: 0, stderr: '' });
  expect(end.stdout).toContain('4,776 tok/s');
  expect(end.stdout).toContain('ITL of vllm bench serve is the time between events');
  expect(end.stdout).toContain('TTFT: p99 76.6996 ms left out');
  expect(end.stdout.endsWith('\nresult: out.json\n')).toBe(true);
  const result = parseResult(readFileSync(join(directory, 'out.json'), 'utf8'), 'out.json');
  expect(result.targets.map(({ name }) => name)).toEqual(['mine']);
});

test('two files with a name each are one comparison on stdout as JSON', async () => {
  const files = ['sglang.json', 'sglang-rust.json'].map(fixture);
  const end = await runKneepoint([
    'import',
    ...files,
    '--target',
    'a',
    '--target',
    'b',
    '--name',
    'clients',
    '--json',
  ]);
  expect(end).toMatchObject({ code: 0, stderr: '' });
  const result = parseResult(end.stdout, 'stdout');
  expect(result.name).toBe('clients');
  expect(result.stages.map(({ id }) => id)).toEqual([
    '2-concurrency/50-users/a/repeat-1',
    '2-concurrency/50-users/b/repeat-1',
  ]);
});

const refused: readonly (readonly [what: string, words: readonly string[], says: string])[] = [
  ['a file that is not there', ['no.json'], 'there is no file no.json'],
  ['an unknown format', [fixture('vllm.json'), '--format', 'vlm'], 'did you mean vllm?'],
  ['a file of another format', [fixture('vllm.json'), '--format', 'guidellm'], 'not as GuideLLM writes it'],
  ['a load that nobody says', [fixture('inference-perf.json')], 'how many users'],
  ['users in letters', [fixture('vllm.json'), '--users', 'many'], '--users "many"'],
  [
    'more names than files',
    [fixture('vllm.json'), '--target', 'a', '--target', 'b'],
    '2 names of targets for 1 file',
  ],
  [
    'a mapping that is not there',
    [join(example, 'report.ko.md'), '--mapping', 'no.yaml'],
    'there is no file no.yaml',
  ],
  ['a document without a mapping', [join(example, 'report.ko.md')], 'mapping'],
  ['no file', [], "missing required argument 'files'"],
];

test.each(refused)('%s is refused in one sentence, with exit code 2', async (_what, words, says) => {
  const end = await runKneepoint(['import', ...words]);
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
  expect(end.stderr).toContain(says);
});

test('a file that is cut is refused, and nothing is written', async () => {
  const directory = newFolder();
  writeFileSync(join(directory, 'cut.json'), readFileSync(fixture('guidellm.json'), 'utf8').slice(0, 50_000));
  const end = await runKneepoint(['import', 'cut.json', '--output', 'out.json'], { directory });
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
  expect(end.stderr).toContain('cut.json is cut or no JSON');
  expect(existsSync(join(directory, 'out.json'))).toBe(false);
});

test('every problem of a mapping is told, a line each, with exit code 2', async () => {
  const directory = newFolder();
  const mapping = readFileSync(join(example, 'mapping.yaml'), 'utf8');
  writeFileSync(
    join(directory, 'mapping.yaml'),
    mapping.replace('드라이버', '드라이').replace('users: 사용자 수', 'users: 사용자수'),
  );
  const end = await runKneepoint(['import', join(example, 'report.ko.md'), '--mapping', 'mapping.yaml'], {
    directory,
  });
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toMatch(/mapping\.yaml:\d+: environment\.gpu: .*"드라이"; did you mean "드라이버"\?/);
  expect(end.stderr).toMatch(
    /mapping\.yaml:\d+: tables\[1\]\.users: .*"사용자수"; did you mean "사용자 수"\?/,
  );
});
