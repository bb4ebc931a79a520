import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coarseBucket } from './coarse-buckets.ts';
import { clearLiveMemory, createLiveMemory, LiveWriter, readLiveMemories } from './live-memory.ts';
import { RecordedStage } from './testing/recorded-stage.ts';

test('what is shared of a stage counts the same first tokens and gaps as the figures of the whole stage', () => {
  const memory = createLiveMemory();
  const stage = new RecordedStage();
  const warm = stage.start(0, { warmup: true });
  const early = stage.start(0);
  stage.token(1000, warm, 1);
  stage.token(2000, warm, 2);
  stage.token(2000, early, 1);
  stage.open(3000);
  stage.token(4000, warm, 3);
  stage.token(50_000, early, 5);
  stage.token(90_000, early, null);
  stage.end(100_000, warm);
  stage.end(100_000, early, 6);
  stage.recorder.share(new LiveWriter(memory));
  stage.close(110_000);
  const { whole } = stage.finish(120_000);
  const { latencies } = readLiveMemories([memory]);
  expect(latencies.ttft).toEqual([coarseBucket(2000), 1]);
  // Of the warm-up's three gaps the one inside the window, and four tokens that came together after 48 ms.
  expect(latencies.tokenGap).toEqual([coarseBucket(2000), 1, coarseBucket(12_000), 4]);
  expect(whole.latencies.tokenGap.count).toBe(5);
  expect(whole.latencies.requests.ttft.count).toBe(1);
});

test('failures are counted by class, those of the warm-up too, and dropped and late arrivals are', () => {
  const memory = createLiveMemory();
  const stage = new RecordedStage();
  stage.fail(10, stage.start(0, { warmup: true }), '503');
  stage.fail(20, stage.start(0), '503');
  stage.recorder.dropped();
  stage.recorder.delayed();
  stage.recorder.delayed();
  const writer = new LiveWriter(memory);
  stage.recorder.share(writer);
  writer.cpu(0.25);
  const reading = readLiveMemories([memory]);
  expect(reading).toMatchObject({ errors: { 'http-status': 2 }, dropped: 1, late: 2, clientCpu: 0.25 });
  expect(stage.recorder.progress.failed).toBe(2);
});

test('of several workers the counts are added and the busiest one’s share is taken', () => {
  const memories = [0.1, 0.7, 0].map((share) => {
    const memory = createLiveMemory();
    const stage = new RecordedStage();
    const flight = stage.start(0);
    stage.token(5000, flight, 1);
    stage.end(6000, flight);
    const writer = new LiveWriter(memory);
    stage.recorder.share(writer);
    writer.cpu(share);
    return memory;
  });
  const reading = readLiveMemories(memories);
  expect(reading.latencies.ttft).toEqual([coarseBucket(5000), 3]);
  expect(reading.clientCpu).toBe(0.7);
});

test('nothing is known of the client’s processor before a worker has said it, and nothing is left for the next stage', () => {
  const memory = createLiveMemory();
  expect(readLiveMemories([]).clientCpu).toBeNull();
  new LiveWriter(memory).cpu(0.5);
  clearLiveMemory(memory);
  expect(readLiveMemories([memory])).toEqual({
    latencies: { ttft: [], tokenGap: [], startLag: [] },
    errors: {},
    dropped: 0,
    late: 0,
    clientCpu: null,
  });
});

test('within a stage no bucket ever falls, whenever it is read', () => {
  const step = fc.record({
    gap: fc.integer({ min: 1, max: 10_000_000 }),
    tokens: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.nat(60), (steps, openAt) => {
      const memory = createLiveMemory();
      const writer = new LiveWriter(memory);
      const stage = new RecordedStage();
      const flight = stage.start(0);
      stage.token(1, flight, 1);
      let [at, total, before] = [1, 1, new Map<number, number>()];
      for (const [index, { gap, tokens }] of steps.entries()) {
        if (index === openAt) stage.open(at);
        at += gap;
        total += tokens;
        stage.token(at, flight, total);
        stage.recorder.share(writer);
        const counts = byBucket(readLiveMemories([memory]).latencies.tokenGap);
        for (const [bucket, count] of before) expect(counts.get(bucket) ?? 0).toBeGreaterThanOrEqual(count);
        expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(total - 1);
        before = counts;
      }
    }),
  );
});

function byBucket(counts: readonly number[]): Map<number, number> {
  const pairs = new Map<number, number>();
  for (let index = 0; index < counts.length; index += 2)
    pairs.set(counts[index] as number, counts[index + 1] as number);
  return pairs;
}
