import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { type RecordBatch, RecordBatcher } from '../measurement/record-batch.ts';
import { Flight } from '../transport/flight.ts';
import { micros } from '../units/units.ts';
import { RequestRecordsWriter } from './request-records-writer.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'kneepoint-records-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}
const flight = (index: number, change: Partial<Flight> = {}, scheduled: number | null = null): Flight =>
  Object.assign(
    new Flight({
      index,
      user: 3,
      scheduled: scheduled === null ? null : micros(scheduled),
      warmup: false,
      firstWave: index === 0,
    }),
    change,
  );
const batchesOf = (flights: readonly Flight[]): RecordBatch[] => {
  const batches: RecordBatch[] = [];
  const batcher = new RecordBatcher((batch) => batches.push(batch));
  for (const one of flights) batcher.take(one);
  batcher.flush();
  return batches;
};
const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('each request is one line, with its marks in whole microseconds and null for what did not happen', async () => {
  const path = join(await folder(), 'requests.ndjson.gz');
  const writer = await RequestRecordsWriter.open(path, null);
  const done = flight(0, {
    status: 'completed',
    dispatched: 1.4,
    sent: 2.6,
    firstToken: 10,
    lastToken: 20,
    closed: 21,
    events: 2,
    outputTokens: 2,
    tokenSource: 'usage',
    finishReason: 'stop',
    openedConnection: true,
    httpStatus: 200,
  });
  const lost = flight(
    1,
    { status: 'failed', errorClass: 'connect', errorDetail: 'ECONNREFUSED', dispatched: 5, closed: 6 },
    4,
  );
  for (const batch of batchesOf([done, lost])) writer.write('stage "1"', batch);
  await writer.close();
  const [first, second] = linesOf(gunzipSync(await readFile(path)).toString('utf8'));
  expect(first).toMatchObject({
    stage: 'stage "1"',
    status: 'completed',
    index: 0,
    user: 3,
    firstWave: true,
    openedConnection: true,
    warmup: false,
    scheduled: null,
    dispatched: 1,
    sent: 3,
    firstToken: 10,
    firstText: null,
    lastToken: 20,
    outputTokens: 2,
    inputTokens: null,
    tokenSource: 'usage',
    finishReason: 'stop',
    errorClass: null,
  });
  expect(second).toMatchObject({
    status: 'failed',
    scheduled: 4,
    sent: null,
    httpStatus: null,
    outputTokens: null,
    events: 0,
    finishReason: null,
    errorClass: 'connect',
    errorDetail: 'ECONNREFUSED',
    openedConnection: false,
  });
});

test('many requests are as many lines, in their order', async () => {
  const path = join(await folder(), 'requests.ndjson.gz');
  const writer = await RequestRecordsWriter.open(path, null);
  for (const batch of batchesOf(Array.from({ length: 1300 }, (_, index) => flight(index))))
    writer.write('s', batch);
  await writer.close();
  const lines = linesOf(gunzipSync(await readFile(path)).toString('utf8'));
  expect(lines.map((line) => line['index'])).toEqual(Array.from({ length: 1300 }, (_, index) => index));
  expect(writer.count).toBe(1300);
});

test('what a stage has flushed can be read after a crash, under a name that says it is partial', async () => {
  const path = await folder();
  const writer = await RequestRecordsWriter.open(join(path, 'requests.ndjson.gz'), null);
  for (const batch of batchesOf([flight(0), flight(1)])) writer.write('s', batch);
  await writer.flush();
  expect(await readdir(path)).toEqual(['requests.ndjson.gz.partial']);
  const bytes = await readFile(join(path, 'requests.ndjson.gz.partial'));
  const text = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
  expect(linesOf(text)).toHaveLength(2);
  await writer.close();
  expect(await readdir(path)).toEqual(['requests.ndjson.gz']);
});

test('a file that cannot be written is an error of flush and of close, not a run that waits for ever', async () => {
  const path = join(await folder(), 'missing', 'requests.ndjson.gz');
  const writer = await RequestRecordsWriter.open(path, null);
  const noise = Array.from({ length: 5000 }, (_, index) =>
    flight(index, {
      errorDetail: Math.sin(index).toString(),
      dispatched: index * 7919,
      closed: index * 104_729,
    }),
  );
  for (const batch of batchesOf(noise)) writer.write('s', batch);
  await expect(writer.flush()).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(writer.close()).rejects.toMatchObject({ code: 'ENOENT' });
});
