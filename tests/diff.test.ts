import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseResult, type Result } from '../packages/core/src/index.ts';
import { defaultStorePath, openResultsStore } from '../packages/results-store/src/index.ts';
import { newFolder, runKneepoint } from './support/run-kneepoint.ts';

const fixture = new URL('../packages/results-store/src/__fixtures__/result.json', import.meta.url);
const measured = parseResult(readFileSync(fixture, 'utf8'), 'fixture');

/** What the repeats of a result were, as factors of the fixture's figures; one for each repeat. */
type Factors = readonly number[];
const quiet: Factors = [1, 1.004, 0.997];
const slower: Factors = [0.851, 0.848, 0.852];
const noisy: Factors = [0.9, 1.06, 0.97];

function resultOf(id: string, factors: Factors, changes: Partial<Result> = {}): Result {
  const stages = factors.flatMap((factor, index) =>
    measured.stages.map((stage) => {
      const { value } = stage.metrics.outputThroughput;
      const outputThroughput = {
        ...stage.metrics.outputThroughput,
        value: value === null ? null : value * factor,
      };
      const repeat = index + 1;
      const metrics = { ...stage.metrics, outputThroughput };
      return { ...stage, id: `${stage.id}-${repeat}`, repeat, metrics };
    }),
  );
  return { ...measured, id, name: 'nightly', stages, ...changes };
}

const folder = newFolder();
const figures = ['--metric', 'outputThroughput'];

function fileOf(result: Result): string {
  const path = join(folder, `${result.id}.json`);
  writeFileSync(path, JSON.stringify(result));
  return path;
}

const baseline = fileOf(resultOf('baseline', quiet));

test('an equal result passes with exit code 0, and says so in the first line', async () => {
  const end = await runKneepoint([
    'diff',
    baseline,
    fileOf(resultOf('equal', [1.002, 0.998, 1])),
    ...figures,
  ]);
  expect(end).toMatchObject({ code: 0, stderr: '' });
  expect(end.stdout.split('\n')[0]).toBe(
    'Pass: none of the 3 figures compared got worse by more than is allowed (5%).',
  );
  expect(end.stdout).toMatch(/50 users\s+output throughput\s+.*pass/);
});

test('a slower result fails with exit code 4, and names the worst figure with its interval', async () => {
  const end = await runKneepoint([
    'diff',
    baseline,
    fileOf(resultOf('slower', slower)),
    ...figures,
    '--quiet',
  ]);
  expect(end).toMatchObject({ code: 4, stderr: '' });
  expect(end.stdout).toMatch(
    /^Fail: 3 of 3 figures got worse .* vllm, .* -15\.\d% \(95 % interval -1\d\.\d% to -1\d\.\d%\)\.\n$/,
  );
});

test('more may be allowed, for all figures or for one', async () => {
  const candidate = fileOf(resultOf('allowed', slower));
  for (const allowance of ['20%', 'outputThroughput=20%']) {
    const end = await runKneepoint(['diff', baseline, candidate, ...figures, '--allow', allowance]);
    expect(end.code).toBe(0);
  }
});

test('a noisy result is inconclusive with exit code 5, with the repeats that would decide', async () => {
  const end = await runKneepoint(['diff', baseline, fileOf(resultOf('noisy', noisy)), ...figures]);
  expect(end).toMatchObject({ code: 5, stderr: '' });
  expect(end.stdout).toMatch(/^Inconclusive: 3 of 3 figures cannot be judged/);
  expect(end.stdout).toMatch(/\d+ repeats would probably decide/);
});

test('one repeat is inconclusive, however clear the ratio', async () => {
  const candidate = fileOf(resultOf('single', [0.5]));
  const end = await runKneepoint(['diff', baseline, candidate, ...figures, '--json']);
  expect(end.code).toBe(5);
  const difference: unknown = JSON.parse(end.stdout);
  expect(difference).toMatchObject({
    verdict: 'inconclusive',
    cells: [{ reasons: ['few-repeats'] }, {}, {}],
  });
});

test('invalid stages and failed ones forbid a verdict', async () => {
  const slow = resultOf('invalid', slower);
  const [first, second, ...rest] = slow.stages;
  if (first === undefined || second === undefined) return expect.unreachable();
  const stages: Result['stages'] = [
    { ...first, trust: { ...first.trust, verdict: 'invalid' } },
    { ...second, status: 'failed' },
    ...rest,
  ];
  const end = await runKneepoint(['diff', baseline, fileOf({ ...slow, stages }), ...figures, '--json']);
  // The third level can be judged, and fails.
  expect(end.code).toBe(4);
  expect(JSON.parse(end.stdout)).toMatchObject({
    cells: [{ reasons: ['stage-invalid'] }, { reasons: ['stage-failed'] }, { verdict: 'fail' }],
  });
});

test.each([
  ['ko', /^\*\*실패: 비교한 지표 3개 가운데 3개/m],
  ['zh', /^\*\*未通过：所比较的 3 项指标中/m],
  ['en', /^\*\*Fail: 3 of 3 figures/m],
])(
  'the comment for a pull request is written in %s, as a table that GitHub renders',
  async (language, head) => {
    const path = join(folder, `comment.${language}.md`);
    const candidate = fileOf(resultOf(`comment-${language}`, slower));
    const words = ['diff', baseline, candidate, ...figures, '--language', language, '--markdown', path];
    const end = await runKneepoint([...words, '--quiet']);
    expect(end.code).toBe(4);
    const markdown = readFileSync(path, 'utf8');
    expect(markdown).toMatch(head);
    expect(markdown.match(/^\| /gm)).toHaveLength(5);
    expect(markdown).not.toMatch(/undefined|NaN|null|\[object/);
  },
);

test('points of history are compared by their place, their name and their id', async () => {
  const data = newFolder();
  const store = openResultsStore(defaultStorePath({ XDG_DATA_HOME: data }, data));
  const runs = [
    resultOf('01-first', quiet, { createdAt: '2026-11-01T00:00:00.000Z' }),
    resultOf('02-other', [0.2, 0.2, 0.2], { createdAt: '2026-11-02T00:00:00.000Z', name: 'other' }),
    resultOf('03-second', slower, { createdAt: '2026-11-03T00:00:00.000Z' }),
  ];
  for (const run of runs) store.save(run, '/nowhere/result.json');
  store.close();
  const diff = (...words: string[]) =>
    runKneepoint(['diff', ...words, ...figures, '--json'], { environment: { XDG_DATA_HOME: data } });
  const named = await diff('latest~1', 'latest', '--name', 'nightly');
  expect(named.code).toBe(4);
  expect(JSON.parse(named.stdout)).toMatchObject({
    baseline: { id: '01-first' },
    candidate: { id: '03-second' },
  });
  const any = await diff('latest~1', 'latest');
  expect(any.code).toBe(0);
  expect(JSON.parse(any.stdout)).toMatchObject({ baseline: { id: '02-other' } });
  const byId = await diff('01-fi', '03');
  expect(byId.code).toBe(4);
  const missing = await diff('latest~7', 'latest');
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('there are 3 stored runs') });
});

test.each([
  { what: 'a run against itself', words: [baseline, baseline], says: 'the same run' },
  { what: 'a file that is not there', words: [baseline, './no.json'], says: 'there is no result file' },
  { what: 'an id that is not stored', words: [baseline, 'zzz'], says: 'neither a file nor' },
  { what: 'an unknown figure', words: [baseline, baseline, '--metric', 'ttfs'], says: 'did you mean ttft?' },
  { what: 'an allowance without a sign', words: [baseline, baseline, '--allow', '5'], says: '--allow 3%' },
  { what: 'an unknown language', words: [baseline, baseline, '--language', 'xx'], says: '"xx"' },
  { what: 'one word', words: [baseline], says: 'argument' },
])('$what is refused with exit code 2', async ({ words, says }) => {
  const end = await runKneepoint(['diff', ...words]);
  expect(end.code).toBe(2);
  expect(end.stderr).toContain(says);
  expect(end.stdout).toBe('');
});

test.each([
  { what: 'no JSON', text: '{"schema": "kneepoint.result/1", "stages": [', says: 'is not JSON' },
  { what: 'another schema', text: '{"schema": "other/1"}', says: 'is not a result file' },
])('a file with $what is refused, and named', async ({ text, says }) => {
  const path = join(folder, 'broken.json');
  writeFileSync(path, text);
  const end = await runKneepoint(['diff', baseline, path]);
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toContain(says);
  expect(end.stderr).toContain('broken.json');
});

test('results that have nothing in common are refused, with what each has', async () => {
  const other = resultOf('elsewhere', quiet);
  const load = { loop: 'closed', users: 7, thinkTime: null } as const;
  const stages = other.stages.map((stage) => ({ ...stage, load }));
  const end = await runKneepoint(['diff', baseline, fileOf({ ...other, stages })]);
  expect(end.code).toBe(2);
  expect(end.stderr).toContain('no figure in common');
});
