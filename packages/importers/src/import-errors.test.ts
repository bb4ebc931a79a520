import { readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { importFiles } from './import-files.ts';
import { largestSourceBytes } from './read/read-source.ts';
import { fixture, orderOf, writtenFile } from './testing/import-order.ts';

const vllm = readFileSync(fixture('vllm.json'), 'utf8');

test.each([
  ['a cut file', 'run.json', vllm.slice(0, 9000), 'import-not-json'],
  ['an empty file', 'run.json', ' \n', 'import-empty'],
  ['a file of another kind', 'run.json', '{"hello": 1}', 'import-unknown-format'],
  ['a list', 'run.json', '[1, 2]', 'import-unknown-format'],
  ['a lone number', 'run.json', '7', 'import-unknown-format'],
  ['a result of Kneepoint', 'run.json', '{"schema": "kneepoint.result/1"}', 'import-own-result'],
  ['a document without a mapping', 'report.md', '| a | b |\n|---|---|\n| 1 | 2 |', 'import-no-mapping'],
  [
    'a field of another type',
    'run.json',
    vllm.replace('"completed": 400', '"completed": "many"'),
    'import-other-shape',
  ],
  [
    'a time below zero',
    'run.json',
    vllm.replace(/"p50_ttft_ms": [\d.]+/, '"p50_ttft_ms": -5'),
    'import-impossible-value',
  ],
])('%s is refused in one sentence with exit code 2', async (_what, name, text, code) => {
  const error = await importFiles(orderOf([writtenFile(name, text)])).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'KneepointError', exitCode: 2, code });
  expect(error).toHaveProperty('message', expect.stringMatching(new RegExp(`^[^\\n]*${name}[^\\n]*$`)));
  expect(error).toHaveProperty('hint', expect.stringMatching(/./));
});

test('a file that is not there, a folder and no file are refused', async () => {
  await expect(importFiles(orderOf(['/no/such.json']))).rejects.toMatchObject({ code: 'import-unreadable' });
  await expect(importFiles(orderOf([dirname(fixture('vllm.json'))]))).rejects.toMatchObject({
    code: 'import-folder',
  });
  await expect(importFiles(orderOf([]))).rejects.toMatchObject({ code: 'import-nothing' });
});

test('a file beyond the limit is refused before it is read, and the limit is said', async () => {
  const path = writtenFile('huge.json', '{');
  truncateSync(path, largestSourceBytes + 1);
  await expect(importFiles(orderOf([path]))).rejects.toThrow(
    /huge\.json has 257 MiB, and at most 256 MiB are read$/,
  );
});

test('the wrong line of records is named', async () => {
  const [first = '', second = ''] = readFileSync(fixture('aiperf-records.jsonl'), 'utf8').split('\n');
  const path = writtenFile('records.jsonl', `${first}\n${second.replace('"request_end_ns"', '"end"')}\n`);
  await expect(importFiles(orderOf([path], { users: 5 }))).rejects.toThrow(
    'records.jsonl, line 2, is not as AIPerf records writes it: metadata.request_end_ns',
  );
});
