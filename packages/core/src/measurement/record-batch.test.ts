import { expect, test } from 'vitest';
import { Flight } from '../transport/flight.ts';
import { type RecordBatch, RecordBatcher, type RecordWords } from './record-batch.ts';

function wordsOf(changes: readonly Partial<Flight>[]): readonly RecordWords[] {
  const batches: RecordBatch[] = [];
  const batcher = new RecordBatcher((batch) => batches.push(batch));
  for (const change of changes) {
    const attempt = { index: 0, user: 0, scheduled: null, warmup: false, firstWave: false };
    batcher.take(Object.assign(new Flight(attempt), change));
  }
  batcher.flush();
  return batches.flatMap(({ words }) => words);
}

test('records that say the same share their words, so that these cross the threads once', () => {
  const [first, second] = wordsOf([{ finishReason: 'stop' }, { finishReason: 'stop' }]);
  expect(second).toBe(first);
});

test.each<Partial<Flight>>([
  { status: 'completed' },
  { tokenSource: 'usage' },
  { finishReason: 'length' },
  { errorClass: 'connect' },
  { errorDetail: 'ECONNRESET' },
])('a record that differs in %o keeps its own words', (change) => {
  const plain = wordsOf([{}])[0];
  const [before, own, after] = wordsOf([{}, change, {}]);
  expect(before).toEqual(plain);
  expect(own).toEqual({ ...plain, ...change });
  expect(after).toEqual(plain);
});
