import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDataFolder, type DataFolder } from '../datasets/testing/data-folder.ts';
import { readTraceFile } from './read-trace-file.ts';
import type { TraceData } from './trace-data.ts';
import type { TraceFormat } from './trace-format.ts';
import { parseTraceFormat } from './trace-problems.ts';

let folder: DataFolder;
beforeAll(async () => {
  folder = await createDataFolder();
});
afterAll(() => folder.remove());

async function read(
  content: string | Uint8Array,
  skipBadLines = false,
  format: 'auto' | TraceFormat = 'auto',
): Promise<TraceData> {
  return readTraceFile(await folder.write('bad.trace', content), { format, skipBadLines });
}

const lines = (...parts: readonly string[]): string => `${parts.join('\n')}\n`;
const azure = (...rows: readonly string[]): string =>
  lines('TIMESTAMP,ContextTokens,GeneratedTokens', '2023-11-16 18:15:46.0,1,2', ...rows);
const burst = (...rows: readonly string[]): string =>
  lines('Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type', '1,A,1,1,2,B', ...rows);
const mooncake = (change: Readonly<Record<string, unknown>>): string =>
  lines(
    '{"timestamp": 1, "input_length": 5, "output_length": 6}',
    JSON.stringify({ timestamp: 2, input_length: 5, output_length: 6, ...change }),
  );

const whole = 'must be a whole number of tokens from 0 to 10000000';
const seconds = 'must be a number of seconds from 0 to 4000000000';
const date = 'TIMESTAMP must be a date and time such as 2023-11-16 18:15:46.6805900';

/** The bad line is the last one of each file. */
test.each<readonly [content: string, place: string, problem: string]>([
  [mooncake({ timestamp: undefined }), 'line 2', 'timestamp is missing; it must be a number of milliseconds'],
  [
    mooncake({ timestamp: '2' }),
    'line 2',
    'timestamp must be a number of milliseconds from 0 to 4000000000000, not "2"',
  ],
  [mooncake({ timestamp: -1 }), 'line 2', 'not -1'],
  [mooncake({ timestamp: 1e300 }), 'line 2', 'not 1e+300'],
  [mooncake({ input_length: 1e12 }), 'line 2', `input_length ${whole}, not 1000000000000`],
  [mooncake({ input_length: 2.5 }), 'line 2', `input_length ${whole}, not 2.5`],
  [mooncake({ output_length: -5 }), 'line 2', `output_length ${whole}, not -5`],
  [mooncake({ output_length: null }), 'line 2', `output_length ${whole}, not null`],
  [
    mooncake({ hash_ids: 'x' }),
    'line 2',
    'hash_ids must be a list of whole numbers from 0 to 4294967295, not "x"',
  ],
  [
    mooncake({ input_length: 999, hash_ids: [1, 4294967296] }),
    'line 2',
    'hash_ids[1] must be a whole number',
  ],
  [
    mooncake({ input_length: 600, hash_ids: [1, 2, 3] }),
    'line 2',
    'hash_ids names 3 blocks of 512 tokens where',
  ],
  [`${mooncake({})}{"timestamp": NaN, "input_length": 1, "output_length": 1}`, 'line 3', 'it is no JSON'],
  [`${mooncake({})}[1, 2]`, 'line 3', 'it is no JSON object'],
  [`${mooncake({})}{"timestamp": 4, "input_le`, 'line 3', 'it is no JSON'],
  [azure('2023-11-16 18:15:47.0,-3,4'), 'line 3', `ContextTokens ${whole}, not "-3"`],
  [azure('2023-11-16 18:15:47.0,NaN,4'), 'line 3', `ContextTokens ${whole}, not "NaN"`],
  [azure('2023-11-16 18:15:47.0,,4'), 'line 3', `ContextTokens ${whole}, not ""`],
  [azure('2023-11-16 18:15:47.0,0x10,4'), 'line 3', 'not "0x10"'],
  [azure('2023-11-16 18:15:47.0,3,1000000000000'), 'line 3', `GeneratedTokens ${whole}, not "1000000000000"`],
  [azure('2023-02-30 18:15:47.0,3,4'), 'line 3', `${date}, not "2023-02-30 18:15:47.0"`],
  [azure('2023-11-16 24:00:00,3,4'), 'line 3', date],
  [azure('1700000000,3,4'), 'line 3', date],
  [azure('9999-11-16 18:15:47,3,4'), 'line 3', date],
  [azure('2023-11-16 18:15:47.0,3'), 'line 3', 'it has 2 fields where the header has 3'],
  [azure('2023-11-16 18:15:47.0,3,4,5'), 'line 3', 'it has 4 fields where the header has 3'],
  [azure('"2023-11-16 18:15:47.0,3,4'), 'line 3', 'a quoted field does not end'],
  [azure('"2023-11-16 18:15:47.0"x,3,4'), 'line 3', 'a quoted field does not end, or has text beside'],
  [burst('2,A,1,1.5,2,B'), 'line 3', `Response tokens ${whole}, not "1.5"`],
  [burst('x,A,1,1,2,B'), 'line 3', `Timestamp ${seconds}, not "x"`],
  [burst('-2,A,1,1,2,B'), 'line 3', `Timestamp ${seconds}, not "-2"`],
  // Nanoseconds since 1970 are no seconds.
  [lines('1', '1700146546680590000'), 'line 2', `the timestamp ${seconds}, not "1700146546680590000"`],
  [lines('1', 'Infinity'), 'line 2', `the timestamp ${seconds}, not "Infinity"`],
  [
    lines('1', '2', '', '1.5'),
    'line 4',
    'its timestamp is 0.5 s before the line above; sort the file by time',
  ],
  [burst('0.999999,A,1,1,2,B'), 'line 3', 'its timestamp is 0.000001 s before the line above; sort the file'],
])('%j is refused at its bad line, or read without it', async (content, place, problem) => {
  const error = await read(content).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'trace-line-invalid',
    exitCode: 2,
    message: expect.stringContaining(`bad.trace, ${place}: `),
    hint: expect.stringContaining('skipBadLines'),
  });
  expect(error).toMatchObject({ message: expect.stringContaining(problem) });

  const rest = await read(content, true);
  expect(rest.skippedLines).toBe(1);
  const requests = content
    .split('\n')
    .filter((line) => line !== '' && !line.toLowerCase().startsWith('timestamp'));
  expect(rest.count).toBe(requests.length - 1);
});

test('the first three bad lines are told, the others counted', async () => {
  const error = await read(lines('1', 'a', 'b', '2', 'c', 'd', '1', '3')).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    message: expect.stringMatching(/line 2: .*; line 3: .*; line 5: .*; and 2 more$/),
  });
});

test('a skipped line never becomes the one that others are compared with', async () => {
  const trace = await read(lines('1', '5', '3', '4', '5', '-1', '6'), true);
  expect([...trace.instants]).toEqual([0, 4_000_000, 4_000_000, 5_000_000]);
  expect(trace.skippedLines).toBe(3);
});

test.each([
  ['', 'has no requests'],
  ['\n\r\n \n', 'has no requests'],
  ['TIMESTAMP,ContextTokens,GeneratedTokens\n', 'has no requests'],
])('%j is an empty trace', async (content, problem) => {
  for (const skipBadLines of [false, true]) {
    const error = await read(content, skipBadLines).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'trace-empty',
      exitCode: 2,
      message: expect.stringContaining(problem),
    });
  }
});

test('a trace of nothing but bad lines says so and tells the first', async () => {
  await expect(read(lines('x', 'y'), true, 'timestamps')).rejects.toMatchObject({
    code: 'trace-empty',
    message: expect.stringMatching(
      /no requests: lines left out as bad: 2, the first at line 1: the timestamp must/,
    ),
  });
});

test.each(['time,tokens\n1,2\n', 'hello', '\u0000\u0001\u001f\u008b', 'a,"b\nc'])(
  'the format of %j does not show, and the known ones are named',
  async (content) => {
    for (const skipBadLines of [false, true]) {
      await expect(read(content, skipBadLines)).rejects.toMatchObject({
        code: 'trace-format-unclear',
        exitCode: 2,
        message: expect.stringContaining('line 1 is '),
        hint: expect.stringMatching(/mooncake: .*azure: .*burstgpt: .*timestamps: /),
      });
    }
  },
);

test('lines before the header are skipped and counted where bad lines may be', async () => {
  const content = lines(
    '# exported today',
    'TIMESTAMP,ContextTokens,GeneratedTokens',
    '2023-11-16 18:15:46.0,1,2',
  );
  await expect(read(content)).rejects.toMatchObject({ code: 'trace-format-unclear' });
  expect(await read(content, true)).toMatchObject({ count: 1, skippedLines: 1 });
});

test('a heading above plain timestamps is such a line', async () => {
  expect(await read(lines('seconds', '1', '2'), true)).toMatchObject({ count: 2, skippedLines: 1 });
});

test('a missing file and a folder are mistakes of the user', async () => {
  const options = { format: 'auto', skipBadLines: true } as const;
  await expect(readTraceFile(`${folder.path}/none.csv`, options)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/trace.*none\.csv/),
  });
  await expect(readTraceFile(folder.path, options)).rejects.toMatchObject({ exitCode: 2 });
});

test('a file without line ends is given up, not held in memory', async () => {
  await expect(read(Buffer.alloc(66 * 1024 ** 2, '7'))).rejects.toMatchObject({ code: 'trace-line-endless' });
});

test('the name of a format is looked up, and a slip is told', () => {
  expect([parseTraceFormat('auto'), parseTraceFormat('azure')]).toEqual(['auto', 'azure']);
  expect(() => parseTraceFormat('moncake')).toThrow(
    'there is no trace format "moncake"; did you mean mooncake?',
  );
  expect(() => parseTraceFormat('pcap')).toThrow(/^there is no trace format "pcap"$/);
});
