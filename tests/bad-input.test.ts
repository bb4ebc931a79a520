import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, runKneepoint, startKneepoint } from './support/run-kneepoint.ts';

/** Nothing listens there: whatever is refused before the server is asked must not say so. */
const nobody = 'http://127.0.0.1:9';
/** What happened in one sentence, and indented lines below it that help. */
const oneSentence = /^kneepoint: [^\n]+\n(?: {2}[^\n]+\n)+$/;

const refused: readonly (readonly [what: string, words: readonly string[], says: readonly string[]])[] = [
  ['a mistyped command', ['bnech'], ["unknown command 'bnech'", 'did you mean bench?']],
  ['a mistyped subcommand', ['history', 'shw'], ["unknown command 'shw'", 'show']],
  ['a missing address', ['bench'], ["missing required argument 'url'", 'kneepoint bench --help']],
  ['a word too many', ['bench', nobody, 'again'], ["'again'", 'kneepoint bench --help']],
  ['a mistyped flag', ['bench', nobody, '--userz', '3'], ["'--userz'", 'did you mean --users?']],
  ['a flag without its value', ['bench', nobody, '--users'], ['--users <list>', 'kneepoint bench --help']],
  ['a mistyped flag of sim', ['sim', '--profle', 'x'], ["'--profle'", 'did you mean --profile?']],
  ['an unknown profile', ['sim', '--profile', 'x'], ['"x"', 'ideal', 'kneepoint sim --help']],
  ['a time without unit', ['bench', nobody, '--duration', '10'], ['--duration', '10s', '--duration 30s']],
  ['no user', ['bench', nobody, '--users', '0'], ['--users "0"', '--users 10']],
  ['users in letters', ['bench', nobody, '--users', 'a'], ['--users "a"', '--users 10']],
  [
    'users and a rate',
    ['bench', nobody, '--users', '1', '--rate', '2'],
    ['--users and --rate exclude each other'],
  ],
  ['a level twice', ['bench', nobody, '--users', '4,4'], ['twice', '4,4']],
  [
    'a count and a time',
    ['bench', nobody, '--requests', '9', '--duration', '2s'],
    ['--requests and --duration'],
  ],
  ['fewer requests than none', ['bench', nobody, '--requests', '-1'], ['--requests "-1"']],
  ['an endless rate', ['bench', nobody, '--rate', 'Infinity'], ['--rate "Infinity"']],
  [
    'an unknown dialect',
    ['bench', nobody, '--api', 'openai'],
    ['--api "openai"', 'openai-chat, openai-completions'],
  ],
  ['an unknown language', ['bench', nobody, '--language', 'fr'], ['--language', 'en, ko, zh', 'not in "fr"']],
  ['a body that is not JSON', ['bench', nobody, '--body', '{a'], ['--body "{a"', 'temperature']],
  ['a body that is a list', ['bench', nobody, '--body', '[1]'], ['--body "[1]"', 'JSON object']],
  ['half a header', ['bench', nobody, '--header', 'x'], ['--header "x"', 'x-team: search']],
  ['a header with a line end', ['bench', nobody, '--header', 'x: 1\r\ny: 2'], ['is not a header']],
  ['a header of the connection', ['bench', nobody, '--header', 'Content-Length: 1'], ['"content-length"']],
  ['a key that is not set', ['bench', nobody, '--api-key-env', 'NO_SUCH'], ['NO_SUCH', 'export NO_SUCH=']],
  ['an address with a password', ['bench', 'http://a:b@127.0.0.1:9'], ['password', '--api-key-env']],
  ['an address of another kind', ['bench', 'ftp://127.0.0.1'], ['"ftp:"', 'http://HOST:PORT']],
  ['a folder that is not there', ['bench', nobody, '--output', '/no/such/x.json'], ['/no/such', 'mkdir -p']],
  ['a tokenizer that is not there', ['bench', nobody, '--tokenizer', '/no/such'], ['/no/such', 'tokenizer']],
  ['a result that is not there', ['report', 'no.json'], ['no.json', 'result file']],
  ['a report in an unknown language', ['report', 'no.json', '--language', 'xx'], ['"xx"', 'ko, en, zh']],
  ['a plan that is not there', ['compare', 'no.yaml'], ['no.yaml', 'plan']],
  ['a run that is not stored', ['history', 'show', 'abc'], ['"abc"', 'kneepoint history']],
  ['a limit in letters', ['history', '--limit', 'all'], ['--limit "all"']],
];

test.each(refused)('%s is refused in one sentence, with exit code 2', async (_what, words, says) => {
  const end = await runKneepoint(words);
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
  for (const part of says) expect(end.stderr).toContain(part);
});

test('kneepoint alone shows its help, with exit code 2', async () => {
  const end = await runKneepoint([]);
  expect(end.code).toBe(2);
  expect(`${end.stdout}${end.stderr}`).toContain('Usage: kneepoint');
});

test.each([[['--help']], [['bench', '--help']], [['help', 'compare']], [['sim', '--help']], [['--version']]])(
  '%j answers on stdout, with exit code 0',
  async (words) => {
    const end = await runKneepoint(words);
    expect(end).toMatchObject({ code: 0, stderr: '' });
    expect(end.stdout).toMatch(words.includes('--version') ? /^\d+\.\d+\.\d+\n$/ : /^Usage: kneepoint/);
  },
);

test('a host where nothing listens ends with exit code 3 and a command to try', async () => {
  const end = await runKneepoint(['bench', nobody]);
  expect(end).toMatchObject({ code: 3, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
  expect(end.stderr).toContain('curl -i http://127.0.0.1:9/v1/models');
});

test('an output file that exists is left as it is', async () => {
  const output = join(newFolder(), 'result.json');
  writeFileSync(output, 'precious');
  const end = await runKneepoint(['bench', nobody, '--output', output]);
  expect(end.code).toBe(2);
  expect(end.stderr).toMatch(oneSentence);
  expect(end.stderr).toContain('exists already');
  expect(readFileSync(output, 'utf8')).toBe('precious');
});

test('records of an earlier run are left as they are', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'result.requests.ndjson.gz'), 'precious');
  const end = await runKneepoint(['bench', nobody, '--output', join(folder, 'result.json')]);
  expect(end.code).toBe(2);
  expect(end.stderr).toMatch(oneSentence);
  expect(readFileSync(join(folder, 'result.requests.ndjson.gz'), 'utf8')).toBe('precious');
});

test('a reader that closes the pipe early is no error', async () => {
  const running = startKneepoint(['sim', '--help']);
  running.process.stdout?.destroy();
  expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
});

test('a folder with a result is not compared into', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'result.json'), 'precious');
  const plan = join(folder, 'plan.yaml');
  writeFileSync(plan, validPlan);
  const end = await runKneepoint(['compare', plan, '--output', folder]);
  expect(end.code).toBe(2);
  expect(end.stderr).toMatch(oneSentence);
  expect(readFileSync(join(folder, 'result.json'), 'utf8')).toBe('precious');
});

test('every mistake of a plan is reported with its line, and nothing is made', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'plan.yaml'), wrongPlan);
  const end = await runKneepoint(['compare', 'plan.yaml'], { directory: folder });
  expect(end).toMatchObject({ code: 2, stdout: '' });
  for (const part of [
    'plan.yaml:4: ',
    'openai-chatt',
    'plan.yaml:6: ',
    'durration',
    'plan.yaml:7: ',
    'repeats',
  ])
    expect(end.stderr).toContain(part);
  expect(end.stderr).toMatch(/did you mean.*duration/);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

test('a plan whose server nothing could reach is refused before anything is started', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'plan.yaml'), deployPlan);
  const end = await runKneepoint(['compare', 'plan.yaml'], { directory: folder });
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toContain('plan.yaml:6: targets[0].deploy.docker.ports: is missing');
  expect(readdirSync(folder)).toEqual(['plan.yaml']);
});

test.each([
  ['text', 'once upon a time', 'is not JSON'],
  ['another JSON', '{"name":"package"}', 'kneepoint.result/1'],
])('a report of %s is refused in one sentence', async (_what, content, says) => {
  const folder = newFolder();
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'file.json'), content);
  const end = await runKneepoint(['report', 'file.json', '--output', 'out'], { directory: folder });
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
  expect(end.stderr).toContain(says);
  expect(end.stderr.length).toBeLessThan(300);
});

const validPlan = `version: 1
name: small
targets:
  - { name: a, engine: vllm, api: openai-chat, url: "${nobody}" }
suites:
  - { kind: concurrency, users: [2], requests: 4, outputTokens: 8 }
`;

const wrongPlan = `version: 1
name: small
targets:
  - { name: a, api: openai-chatt, url: "${nobody}" }
suites:
  - { kind: concurrency, users: [2], durration: 10s, outputTokens: 8 }
repeats: none
`;

const deployPlan = `version: 1
name: small
targets:
  - name: a
    deploy:
      docker: { image: vllm/vllm-openai }
suites:
  - { kind: concurrency, users: [2], requests: 4, outputTokens: 8 }
`;
