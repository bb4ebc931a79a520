import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDataFolder, type DataFolder } from '../datasets/testing/data-folder.ts';
import { readTraceFile, type TraceFileOptions } from './read-trace-file.ts';
import type { TraceData } from './trace-data.ts';

let folder: DataFolder;
beforeAll(async () => {
  folder = await createDataFolder();
});
afterAll(() => folder.remove());

async function read(
  content: string | Uint8Array,
  options: Partial<TraceFileOptions> = {},
): Promise<TraceData> {
  const path = await folder.write('recorded.trace', content);
  return readTraceFile(path, { format: 'auto', skipBadLines: false, ...options });
}

const lines = (...parts: readonly string[]): string => `${parts.join('\n')}\n`;
const azureHeader = 'TIMESTAMP,ContextTokens,GeneratedTokens';
const burstHeader = 'Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type';

const columns = (trace: TraceData) => ({
  instants: [...trace.instants],
  inputTokens: [...trace.inputTokens],
  outputTokens: [...trace.outputTokens],
});

test('a Mooncake trace has instants, lengths and the blocks that prompts share', async () => {
  const trace = await read(
    lines(
      '{"timestamp": 3000, "input_length": 1100, "output_length": 52, "hash_ids": [46, 47, 4294967295]}',
      '{"timestamp": 3000, "input_length": 200, "output_length": 7, "hash_ids": []}',
      '{"timestamp": 13535.001, "input_length": 600, "output_length": 26, "hash_ids": [46, 48]}',
    ),
  );
  expect(columns(trace)).toEqual({
    instants: [0, 0, 10_535_001],
    inputTokens: [1100, 200, 600],
    outputTokens: [52, 7, 26],
  });
  expect(trace.prefixBlocks?.tokensPerBlock).toBe(512);
  expect([...(trace.prefixBlocks?.offsets ?? [])]).toEqual([0, 3, 3, 5]);
  expect([...(trace.prefixBlocks?.ids ?? [])]).toEqual([46, 47, 4_294_967_295, 46, 48]);
  expect(trace).toMatchObject({ source: 'recorded.trace', count: 3, skippedLines: 0 });
});

test('a Mooncake trace without block numbers has no blocks', async () => {
  const trace = await read('{"timestamp": 1, "input_length": 5, "output_length": 6, "chat_id": 9}');
  expect(trace.prefixBlocks).toBeNull();
  expect(trace.count).toBe(1);
});

test('an Azure trace keeps each microsecond of its seven digits, across midnight too', async () => {
  const trace = await read(
    lines(
      azureHeader,
      '2023-11-16 23:59:59.6805900,374,44',
      '2023-11-16 23:59:59.6805911,396,109',
      '2023-11-16 23:59:59.9999990,10,0',
      '2023-11-17 00:00:00,1,2',
    ),
  );
  expect(columns(trace)).toEqual({
    instants: [0, 1, 319_409, 319_410],
    inputTokens: [374, 396, 10, 1],
    outputTokens: [44, 109, 0, 2],
  });
});

test('an Azure trace of 2024 names the offset of its time zone', async () => {
  const trace = await read(
    lines(
      azureHeader,
      '2024-05-10 00:00:00.009930+00:00,2162,5',
      '2024-05-10T00:00:01Z,1,1',
      '2024-05-10 02:00:02+02:00,1,1',
      '2024-05-09 18:30:03-05:30,1,1',
    ),
  );
  expect(columns(trace).instants).toEqual([0, 990_070, 1_990_070, 2_990_070]);
});

test('a failed request of BurstGPT arrives, but its lengths are unknown', async () => {
  const trace = await read(
    lines(
      burstHeader,
      '5,ChatGPT,472,18,490,Conversation log',
      '45,GPT-4,0,0,0,API log',
      '118,GPT-4,417,0,417,API log',
    ),
  );
  expect(columns(trace)).toEqual({
    instants: [0, 40_000_000, 113_000_000],
    inputTokens: [472, -1, 417],
    outputTokens: [18, -1, -1],
  });
});

test('columns are found by their names, whatever their order and case, with more of them between', async () => {
  const trace = await read(
    lines(
      'Response Tokens,"Session ID",Elapsed time,timestamp,Model,Request tokens',
      '446.0,"a, ""b""",43,19440110.0,GPT-4, 906 ',
      '29,,2,19440161.5,ChatGPT,"36"',
    ),
  );
  expect(columns(trace)).toEqual({
    instants: [0, 51_500_000],
    inputTokens: [906, 36],
    outputTokens: [446, 29],
  });
});

test('plain timestamps are seconds from any zero, exact to the microsecond', async () => {
  const trace = await read(
    lines('1700146546.680590', '1700146546.680591', '1700146547', '1700146548.5', '1.7001465495e9'),
  );
  expect(columns(trace)).toEqual({
    instants: [0, 1, 319_410, 1_819_410, 2_819_410],
    inputTokens: [-1, -1, -1, -1, -1],
    outputTokens: [-1, -1, -1, -1, -1],
  });
});

test('a byte order mark, CRLF, empty lines and a missing last line end make no difference', async () => {
  const rows = ['2023-11-16 18:15:46.0,1,2', '2023-11-16 18:15:47.0,3,4'];
  const plain = await read(lines(azureHeader, ...rows));
  for (const content of [
    `\uFEFF${lines(azureHeader, ...rows)}`,
    [azureHeader, ...rows, ''].join('\r\n'),
    `\n\r\n${[azureHeader, ...rows].join('\n\n')}`,
    [azureHeader, ...rows].join('\n'),
  ]) {
    expect(await read(content)).toEqual(plain);
  }
  const json = '{"timestamp": 1.001, "input_length": 5, "output_length": 6}';
  expect(await read(`\uFEFF${json}\r\n`)).toEqual(await read(json));
  expect(columns(await read('\uFEFF0.5\r\n1.5\r\n')).instants).toEqual([0, 1_000_000]);
});

test('a trace of more rows than one read holds is the same row by row', async () => {
  const count = 150_000;
  const rows = Array.from(
    { length: count },
    (_, index) => `${index * 40},GPT-4,${index},${index + 1},0,"x, y"`,
  );
  const trace = await read([burstHeader, ...rows].join('\n'));
  expect(trace.count).toBe(count);
  for (const index of [0, 1, 65_535, 65_536, 131_072, count - 1]) {
    expect(trace.instants[index]).toBe(index * 40_000_000);
    expect(trace.inputTokens[index]).toBe(index);
    expect(trace.outputTokens[index]).toBe(index + 1);
  }
});

test('block numbers of many rows stay with their rows', async () => {
  const blocksOf = fc.array(fc.nat(4_294_967_295), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(blocksOf, { minLength: 1, maxLength: 30 }), async (rows) => {
      const text = rows.map((blocks, index) =>
        JSON.stringify({ timestamp: index, input_length: 512 * 40, output_length: 1, hash_ids: blocks }),
      );
      const { prefixBlocks } = await read(lines(...text));
      const found = rows.map((_, index) => {
        const { offsets, ids } = prefixBlocks ?? { offsets: [], ids: new Uint32Array() };
        return [...ids.subarray(offsets[index], offsets[index + 1])];
      });
      if (rows.every((blocks) => blocks.length === 0)) expect(prefixBlocks).toBeNull();
      else expect(found).toEqual(rows);
    }),
    { numRuns: 50 },
  );
});

test('the columns lie on shared memory', async () => {
  const trace = await read('{"timestamp": 0, "input_length": 600, "output_length": 1, "hash_ids": [1]}');
  const all = [trace.instants, trace.inputTokens, trace.outputTokens];
  for (const column of [...all, trace.prefixBlocks?.offsets, trace.prefixBlocks?.ids]) {
    expect(column?.buffer).toBeInstanceOf(SharedArrayBuffer);
  }
});

test('a format that is named is not guessed', async () => {
  await expect(
    read(lines(azureHeader, '2023-11-16 18:15:46,1,2'), { format: 'burstgpt' }),
  ).rejects.toMatchObject({
    code: 'trace-format-mismatch',
    message: expect.stringContaining('line 1: the header has no column Request tokens, none Response tokens'),
  });
  await expect(read(lines('1', '2'), { format: 'mooncake' })).rejects.toMatchObject({
    code: 'trace-line-invalid',
  });
});
