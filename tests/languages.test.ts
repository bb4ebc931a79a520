import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnResult } from '../packages/core/src/index.ts';
import { readResult } from './support/read-result.ts';
import { hasMeasured, type KneepointEnd, newFolder, runKneepoint } from './support/run-kneepoint.ts';

const folder = newFolder();
const kneepoint = (...words: string[]): Promise<KneepointEnd> =>
  runKneepoint(words, { directory: folder, environment: { XDG_DATA_HOME: newFolder() } });

const korean =
  '봄이 오는 길\n\n얼었던 시냇물이 졸졸 흐르고\n마른 가지마다 연둣빛 눈을 틔우면\n할머니 댁 담장 너머로\n노란 개나리가 먼저 고개를 내밉니다';
const german =
  'Der Bach hat seine Stimme wieder, am Zaun erwacht das erste Grün, und zwischen alten Ziegelmauern beginnt ein Apfelbaum zu blühn.';

type Ask = {
  readonly messages: readonly { readonly content: string }[];
  readonly stream?: boolean;
  readonly temperature?: number;
};

/** Answers German tasks in German and all others in Korean; as a judge it rates, but not what is in German. */
function answer(ask: Ask): string {
  const asked = ask.messages.map(({ content }) => content).join('\n');
  const isGerman = /Schreibe|Nenne/.test(asked);
  if (ask.stream === true) return isGerman ? german : korean;
  return isGerman ? 'I would rather not.' : '<think>hm</think>{"score": 4, "remark": "자연스럽습니다"}';
}

const asked: Ask[] = [];
let server: Server;
let url: string;
let end: KneepointEnd;
let result: OwnResult;

function serve(): Promise<void> {
  server = createServer((request, response) => {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'application/json');
      response.end(request.url === '/v1/models' ? '{"data":[{"id":"m"}]}' : '{}');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const ask = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Ask;
      asked.push(ask);
      const text = answer(ask);
      if (ask.stream !== true) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ choices: [{ message: { content: text } }] }));
        return;
      }
      response.setHeader('content-type', 'text/event-stream');
      const delta = (part: string) => ({
        choices: [{ index: 0, delta: { content: part }, finish_reason: null }],
      });
      const half = Math.floor(text.length / 2);
      for (const part of [text.slice(0, half), text.slice(half)])
        response.write(`data: ${JSON.stringify(delta(part))}\n\n`);
      response.write(
        `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}\n\n`,
      );
      response.write(
        `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 9, completion_tokens: 40 } })}\n\n`,
      );
      response.end('data: [DONE]\n\n');
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

beforeAll(async () => {
  await serve();
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  mkdirSync(join(folder, 'prompts'));
  writeFileSync(join(folder, 'prompts', 'de.txt'), 'Schreibe ein Gedicht\nNenne zehn Dinge\n');
  writeFileSync(
    join(folder, 'plan.yaml'),
    `version: 1
name: languages
targets: [{ name: server, api: openai-chat, url: "${url}" }]
suites:
  - { kind: languages, languages: [ko, ja, { code: de, prompts: prompts/de.txt }], requests: 4, outputTokens: 64, warmup: "0" }
thresholds: ["language(de).errorRate < 1%"]
`,
  );
  end = await kneepoint('compare', 'plan.yaml', '--output', 'out');
  result = readResult(join(folder, 'out', 'result.json'));
});

afterAll(() => server.close());

const stageIn = (from: OwnResult, language: string) =>
  from.stages.find((stage) => stage.language === language);

test('prompts of a language come from its file, in turn and in its order', () => {
  expect(end).toSatisfy(hasMeasured);
  const german = asked
    .map(({ messages }) => messages.at(-1)?.content ?? '')
    .filter((text) => /Schreibe ein Gedicht|Nenne zehn Dinge/.test(text))
    .map((text) => text.replace(/^\[id \w+\]\n/, ''));
  expect(german).toEqual([
    'Schreibe ein Gedicht',
    'Nenne zehn Dinge',
    'Schreibe ein Gedicht',
    'Nenne zehn Dinge',
  ]);
  expect(stageIn(result, 'de')?.prompts).toMatchObject({ kind: 'language', source: 'prompts/de.txt' });
  expect(result.thresholds).toMatchObject([
    { checks: [{ stage: expect.stringContaining('/de/'), value: 0 }] },
  ]);
});

test('every answer is judged: good in its own language, bad in another', () => {
  expect(stageIn(result, 'ko')?.quality).toMatchObject({
    verdict: 'good',
    answers: { judged: 4, good: 4, notJudged: 0, atLimit: 0 },
    reasons: [],
    tokens: 160,
  });
  expect(stageIn(result, 'de')?.quality).toMatchObject({ verdict: 'good' });
  expect(stageIn(result, 'ja')?.quality).toMatchObject({
    verdict: 'bad',
    reasons: expect.arrayContaining([
      expect.objectContaining({ code: 'other-language', detail: 'ko', answers: 4 }),
    ]),
  });
});

test('a language without prompts is refused before anything is measured', async () => {
  writeFileSync(
    join(folder, 'wrong.yaml'),
    readFileSync(join(folder, 'plan.yaml'), 'utf8').replace('[ko,', '[fr,'),
  );
  const refused = await kneepoint('compare', 'wrong.yaml');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('there are no prompts in "fr"');
});

test('a judge model rates the excerpts afterwards; what it does not rate has a reason', async () => {
  const path = join(folder, 'out', 'result.json');
  const judged = await kneepoint('judge', path, '--url', url, '--model', 'wise', '--output', 'judged.json');
  expect(judged.code).toBe(0);
  const rated = readResult(join(folder, 'judged.json'));
  const { rubric = '' } = stageIn(rated, 'ko')?.quality?.ratings[0] ?? {};
  expect(rubric).toContain('natural and fluent');
  const rating = { by: 'model', name: 'wise', rubric };
  expect(stageIn(rated, 'ko')?.quality?.ratings).toEqual([
    { ...rating, excerpt: 0, score: 4, remark: '자연스럽습니다' },
    { ...rating, excerpt: 1, score: 4, remark: '자연스럽습니다' },
  ]);
  expect(stageIn(rated, 'de')?.quality?.ratings).toMatchObject([
    { score: null, remark: 'no score in "I would rather not."' },
    { score: null },
  ]);
  const last = asked.at(-1);
  expect(last).toMatchObject({ temperature: 0 });
  expect(last?.stream).not.toBe(true);
  // Nothing else changed.
  const { stages: before, ...rest } = result;
  const { stages: after, ...restAfter } = rated;
  expect(restAfter).toEqual(rest);
  expect(after.map(({ metrics }) => metrics)).toEqual(before.map(({ metrics }) => metrics));
});

test('a plan may name the judge: it is asked when everything was measured', async () => {
  const before = asked.length;
  const plan = readFileSync(join(folder, 'plan.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'rated.yaml'),
    `${plan}judge: { url: "${url}/v1", model: wise, rubric: "5: good" }\n`,
  );
  expect(await kneepoint('compare', 'rated.yaml', '--output', 'rated')).toSatisfy(hasMeasured);
  const rated = readResult(join(folder, 'rated', 'result.json'));
  expect(stageIn(rated, 'ko')?.quality?.ratings).toMatchObject([
    { name: 'wise', rubric: '5: good', score: 4 },
    { score: 4 },
  ]);
  const streamed = asked.slice(before).map(({ stream }) => stream === true);
  expect(streamed.lastIndexOf(true)).toBeLessThan(streamed.indexOf(false));
  expect(readFileSync(join(folder, 'rated', 'report.en.md'), 'utf8')).toContain('wise (model)');
});

test('a person rates a stage, and rates it anew', async () => {
  const path = join(folder, 'judged.json');
  const stage = stageIn(result, 'ko')?.id ?? '';
  for (const score of ['2', '5'])
    expect(
      (await kneepoint('judge', path, '--rate', `${stage}=${score}`, '--name', 'Mina', '--remark', 'good'))
        .code,
    ).toBe(0);
  const own = stageIn(readResult(path), 'ko')?.quality?.ratings.filter(({ by }) => by === 'person');
  expect(own).toMatchObject([{ name: 'Mina', score: 5, remark: 'good', excerpt: null }]);
});

test.each([
  [['--rate', 'nowhere=3'], 'there is no stage "nowhere"'],
  [['--rate', 'x=6'], 'is no stage with a score from 1 to 5'],
  [['--url', 'http://127.0.0.1:1'], '--url and --model need each other'],
  [[], 'nobody is named who rates'],
])('judge %j is refused', async (flags, problem) => {
  const refused = await kneepoint('judge', join(folder, 'out', 'result.json'), ...flags);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(problem);
});

test('a judge that is not there leaves the reason and exit code 1', async () => {
  const path = join(folder, 'out', 'result.json');
  const judged = await kneepoint(
    'judge',
    path,
    '--url',
    'http://127.0.0.1:1',
    '--model',
    'm',
    '--output',
    'none.json',
  );
  expect(judged.code).toBe(1);
  expect(stageIn(readResult(join(folder, 'none.json')), 'ko')?.quality?.ratings[0]).toMatchObject({
    score: null,
    remark: expect.stringContaining('the judge could not be asked'),
  });
});
