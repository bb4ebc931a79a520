import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KneepointError } from '../errors/kneepoint-error.ts';
import { loadTokenizer } from './load-tokenizer.ts';
import { qwen3Directory } from './testing/qwen3-tokenizer.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kneepoint-tokenizer-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a directory, its file, and a file without settings beside it give the same tokens', async () => {
  const alone = join(folder, 'alone.json');
  await cp(join(qwen3Directory, 'tokenizer.json'), alone);
  const fromDirectory = await loadTokenizer(qwen3Directory);
  const fromFile = await loadTokenizer(join(qwen3Directory, 'tokenizer.json'));
  const fromAlone = await loadTokenizer(alone);
  for (const text of ['Hello world', '봄에 대한 시를 작성하세요', '写一首关于春天的诗', '', ' \n[id 00ff]']) {
    const ids = fromDirectory.encode(text);
    expect(fromFile.encode(text)).toEqual(ids);
    expect(fromAlone.encode(text)).toEqual(ids);
    expect(fromDirectory.count(text)).toBe(ids.length);
  }
});

test('the ids of a known text are those of the Qwen vocabulary, without special tokens', async () => {
  const tokenizer = await loadTokenizer(qwen3Directory);
  expect(tokenizer.encode('Hello world')).toEqual([9707, 1879]);
});

test('a tokenizer that adds a token at the start of every text counts without it', async () => {
  const path = join(folder, 'with-start.json');
  const start = { id: '<s>', ids: [0], tokens: ['<s>'] };
  const single = [{ SpecialToken: { id: '<s>', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }];
  const definition = {
    added_tokens: [
      {
        id: 0,
        content: '<s>',
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
        special: true,
      },
    ],
    normalizer: null,
    pre_tokenizer: null,
    post_processor: { type: 'TemplateProcessing', single, pair: single, special_tokens: { '<s>': start } },
    decoder: null,
    model: { type: 'BPE', vocab: { '<s>': 0, a: 1, b: 2 }, merges: [] },
  };
  await writeFile(path, JSON.stringify(definition));
  expect((await loadTokenizer(path)).encode('ab')).toEqual([1, 2]);
});

async function errorOf(path: string): Promise<KneepointError> {
  try {
    await loadTokenizer(path);
  } catch (error) {
    if (error instanceof KneepointError) return error;
  }
  return expect.unreachable(`${path} was loaded`);
}

test('a path that does not exist is a usage error that names it and says what to give', async () => {
  const path = join(folder, 'nowhere');
  const error = await errorOf(path);
  expect(error).toMatchObject({
    code: 'tokenizer-missing',
    exitCode: 2,
    message: `there is no tokenizer at ${path}`,
  });
  expect(error.hint).toContain('tokenizer.json');
});

test('a directory without a tokenizer says what it lacks', async () => {
  expect((await errorOf(folder)).message).toBe(
    `there is no tokenizer at ${folder} (no tokenizer.json in it)`,
  );
});

test.each([
  ['not json', 'it is no JSON'],
  ['[1, 2]', 'it has no "model"'],
  ['7', 'it is no JSON object'],
  ['{"hello": 1}', 'it has no "model"'],
  ['{"model": {"type": "BPE"}}', ''],
  ['{"model": {"type": "Unheard"}, "added_tokens": []}', ''],
])('a file that says %s is no tokenizer', async (text, why) => {
  const path = join(folder, 'wrong.json');
  await writeFile(path, text);
  const error = await errorOf(path);
  expect(error).toMatchObject({ code: 'tokenizer-invalid', exitCode: 2 });
  expect(error.message).toContain(`${path} is not a tokenizer that can be used: ${why}`);
});
