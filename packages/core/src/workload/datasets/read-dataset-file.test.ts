import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { datasetFormats } from '../../plan/prompt-plan.ts';
import { datasetEntry } from './dataset-entry.ts';
import type { DatasetEntry, DatasetPack } from './dataset-pack.ts';
import { parseDatasetFormat } from './dataset-problems.ts';
import { PackWriter } from './pack-writer.ts';
import { readDatasetFile } from './read-dataset-file.ts';
import { createDataFolder, type DataFolder } from './testing/data-folder.ts';

let folder: DataFolder;
beforeAll(async () => {
  folder = await createDataFolder();
});
afterAll(() => folder.remove());

const strict = { format: 'auto', skipBadLines: false } as const;
const skipping = { format: 'auto', skipBadLines: true } as const;
const texts = (pack: DatasetPack) => Array.from({ length: pack.count }, (_, k) => datasetEntry(pack, k).text);
const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['chats.json', '[{"conversations":[{"from":"human","value":"안녕"}]}]', '안녕'],
  ['chats.jsonl', '{"conversations":[{"from":"human","value":"안녕"}]}', '안녕'],
  ['messages.jsonl', '{"messages":[{"role":"user","content":"你好"}]}', '你好'],
  ['batch.jsonl', '{"custom_id":"1","body":{"messages":[{"role":"user","content":"你好"}]}}', '你好'],
  ['prompts.jsonl', '{"output_tokens":4,"prompt":"hello"}', 'hello'],
  ['prompts.txt', 'hello', 'hello'],
  ['brackets.txt', '[note] hello', '[note] hello'],
])('the format of %s shows in its first entry', async (name, content, text) => {
  for (const mark of ['', '\uFEFF']) {
    const pack = await readDatasetFile(await folder.write(name, mark + content), strict);
    expect(pack).toMatchObject({ source: name, count: 1, skippedLines: 0 });
    expect(texts(pack)).toEqual([text]);
  }
});

test('empty lines and CRLF are no part of a text, and a named format is taken at its word', async () => {
  const path = await folder.write('crlf.txt', '\uFEFF\r\n{"prompt":1}\r\n\r\n  two \r\n\r\nthree');
  expect(texts(await readDatasetFile(path, { ...strict, format: 'text' }))).toEqual([
    '{"prompt":1}',
    '  two ',
    'three',
  ]);
});

test('a file of many reads keeps every character whole', async () => {
  // Four bytes each, shifted by one byte: reads of 2^20 bytes cut characters in two.
  const lines = Array.from({ length: 40 }, (_, number) => `${number}${'🌉'.repeat(30_000)}`);
  const pack = await readDatasetFile(await folder.write('long.txt', lines.join('\n')), strict);
  expect(texts(pack)).toEqual(lines);
});

test('what an entry is when it goes in, it is when it comes out', () => {
  const text = fc.string({ unit: 'binary' });
  const entry: fc.Arbitrary<DatasetEntry> = fc.record({
    systemText: fc.option(text),
    history: fc.array(fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), text })),
    text,
    laterTurns: fc.array(text),
    outputTokens: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const writer = new PackWriter();
      for (const one of entries) writer.add(one);
      const pack = writer.finish('pack', 'text', 3);
      expect(pack).toMatchObject({ source: 'pack', count: entries.length, skippedLines: 3 });
      expect(entries.map((_, index) => datasetEntry(pack, index))).toEqual(entries);
      expect(() => datasetEntry(pack, entries.length)).toThrow(RangeError);
      expect(() => datasetEntry(pack, -1)).toThrow(RangeError);
    }),
  );
});

test('an entry larger than a block of the writer stays whole', () => {
  const writer = new PackWriter();
  const long = 'é'.repeat(3_000_000);
  for (const text of ['first', long, 'last']) {
    writer.add({ systemText: null, history: [], text, laterTurns: [], outputTokens: null });
  }
  expect(texts(writer.finish('pack', 'text', 0))).toEqual(['first', long, 'last']);
});

test('a pack crosses to another thread without a copy', async () => {
  const pack = await readDatasetFile(await folder.write('shared.txt', 'one\ntwo'), strict);
  const module = JSON.stringify(new URL('./dataset-entry.ts', import.meta.url).href);
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(${module}).then(({ datasetEntry }) => {
      const { text } = datasetEntry(workerData, 1);
      workerData.bytes[0] = 0;
      parentPort.postMessage(text);
    });`;
  const worker = new Worker(code, { eval: true, workerData: pack });
  const text = await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await worker.terminate();
  expect(text).toBe('two');
  expect(pack.bytes[0]).toBe(0);
});

const broken = [
  '{"prompt":"one"}',
  '{"prompt":7}',
  'no JSON',
  '',
  '{"prompt":"two","max_tokens":-1}',
  '{}',
  '{"prompt":"three"}',
].join('\n');

test('bad lines are told with file, line and field, the first three of them', async () => {
  const path = await folder.write('broken.jsonl', broken);
  await expect(readDatasetFile(path, strict)).rejects.toMatchObject({
    code: 'dataset-entry-invalid',
    exitCode: 2,
    message: expect.stringMatching(
      /broken\.jsonl, line 2: prompt must be one text; line 3: it is no JSON \(.+\); line 5: max_tokens must be at least 1; and 1 more$/,
    ),
    hint: expect.stringContaining('skipBadLines'),
  });
});

test('bad lines are counted where they may be left out', async () => {
  const path = await folder.write('broken.jsonl', broken);
  const pack = await readDatasetFile(path, skipping);
  expect(pack.skippedLines).toBe(4);
  expect(texts(pack)).toEqual(['one', 'three']);
  const late = await folder.write('late.jsonl', `{broken\n{}\n${broken}`);
  expect(texts(await readDatasetFile(late, skipping))).toEqual(['one', 'three']);
});

test('a bad entry of a ShareGPT array is told by its number', async () => {
  const good = '{"conversations":[{"from":"human","value":"Hi"}]}';
  const path = await folder.write('chats.json', `[${good}, {"id":"x"}, ${good}, 7, {"a" 1}]`);
  await expect(readDatasetFile(path, strict)).rejects.toThrow(
    /chats\.json, entry 2: conversations is missing; entry 4: it must be an object; entry 5: it is no JSON/,
  );
  expect(await readDatasetFile(path, skipping)).toMatchObject({ count: 2, skippedLines: 3 });
});

test('a text in another encoding is refused, not guessed', async () => {
  const korean = Uint8Array.of(...bytes('one\n'), 0xbe, 0xc8, 0xb3, 0xe7, 0x0a);
  const path = await folder.write('cp949.txt', korean);
  await expect(readDatasetFile(path, strict)).rejects.toThrow(/cp949\.txt, line 2: it is no UTF-8 text/);
  expect(await readDatasetFile(path, skipping)).toMatchObject({ count: 1, skippedLines: 1 });
});

test.each([
  ['empty.txt', '', 'has no entries'],
  ['blank.txt', '\r\n \n', 'has no entries'],
  ['empty.json', '[]', 'has no entries'],
  [
    'bad.json',
    '[{}]',
    'has no entries: all 1 were left out as bad, the first at entry 1: conversations is missing',
  ],
])('%s is refused as empty', async (name, content, told) => {
  const path = await folder.write(name, content);
  await expect(readDatasetFile(path, skipping)).rejects.toMatchObject({
    code: 'dataset-empty',
    exitCode: 2,
    message: `the dataset ${path} ${told}`,
  });
});

test('objects that no format knows ask for the name of one', async () => {
  const path = await folder.write('unclear.jsonl', '\n{"question":"Why?"}\n');
  for (const options of [strict, skipping]) {
    await expect(readDatasetFile(path, options)).rejects.toMatchObject({
      code: 'dataset-format-unclear',
      message: expect.stringContaining('line 2 is no JSON object with "messages", "body"'),
      hint: expect.stringMatching(datasetFormats.map((format) => `${format}:`).join('.*')),
    });
  }
});

test('a file cut off in the middle of its array is refused, also where bad entries may be left out', async () => {
  const path = await folder.write('cut.json', '[{"conversations":[{"from":"human","value":"Hi"}]}, {"conv');
  await expect(readDatasetFile(path, skipping)).rejects.toThrow('the file is cut off in entry 2');
});

test('a file that is missing, a folder, or too large is refused before it is read', async () => {
  const missing = join(folder.path, 'nowhere.json');
  await expect(readDatasetFile(missing, strict)).rejects.toMatchObject({
    code: 'file-unreadable',
    exitCode: 2,
  });
  await expect(readDatasetFile(folder.path, strict)).rejects.toMatchObject({ code: 'file-not-plain' });
  const path = await folder.write('large.txt', 'twelve bytes');
  expect(await readDatasetFile(path, { ...strict, limitBytes: 12 })).toMatchObject({ count: 1 });
  await expect(readDatasetFile(path, { ...strict, limitBytes: 11 })).rejects.toMatchObject({
    code: 'file-too-large',
    message: expect.stringContaining('has 12 bytes; a dataset may have 11'),
  });
});

test('a format is known by its name, and a slip is told the nearest', () => {
  for (const name of ['auto', ...datasetFormats] as const) expect(parseDatasetFormat(name)).toBe(name);
  expect(() => parseDatasetFormat('sharegtp')).toThrow(
    'no dataset format "sharegtp"; did you mean sharegpt?',
  );
  expect(() => parseDatasetFormat('parquet')).toThrow(/no dataset format "parquet"$/);
});
