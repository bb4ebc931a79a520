import { expect, test } from 'vitest';
import { VirtualTime } from '../load/testing/virtual-time.ts';
import type { PlainAnswer } from './http-get.ts';
import type { ServerSample } from './server-observation.ts';
import { ServerWatch } from './server-watch.ts';

const second = 1_000_000;
const stepMicros = 10_000;

/** A server on virtual time, and the watch that looks at it. */
class WatchedServer {
  readonly time = new VirtualTime();
  readonly asked: number[] = [];
  answerMicros = 2_000;
  status = 200;
  /** Never answers while set. */
  silent = false;
  overlapping = 0;
  #inFlight = 0;
  readonly sampled: ServerSample[] = [];
  readonly watch = new ServerWatch({
    clock: this.time.clock,
    timers: this.time.timers,
    ask: (timeoutMillis) => this.#ask(timeoutMillis),
    sampled: (sample) => void this.sampled.push(sample),
  });

  /** Lets the time pass, and what waits for it happen. */
  async pass(micros: number): Promise<void> {
    const end = this.time.now + micros;
    while (this.time.now < end) {
      this.time.run(Math.min(end, this.time.now + stepMicros));
      await new Promise(setImmediate);
    }
  }

  async during<Value>(work: Promise<Value>, micros = 20_000): Promise<Value> {
    await this.pass(micros);
    return work;
  }

  #ask(timeoutMillis: number): Promise<PlainAnswer> {
    this.asked.push(this.time.now);
    this.#inFlight++;
    this.overlapping = Math.max(this.overlapping, this.#inFlight);
    return new Promise((resolve, reject) => {
      const tokens = this.time.now;
      const timeout = timeoutMillis * 1000;
      const late = this.silent || this.answerMicros > timeout;
      this.time.plan(late ? timeout : this.answerMicros, () => {
        this.#inFlight--;
        if (late) reject(new Error('no answer in time'));
        else resolve({ status: this.status, contentType: '', text: metrics(tokens) });
      });
    });
  }
}

const metrics = (tokens: number): string =>
  `vllm:num_requests_running 3.0\nvllm:generation_tokens_total ${tokens}.0\n`;

const secondsOf = (instants: readonly number[]): number[] => instants.map((at) => Math.round(at / second));

const lateness = (at: number | undefined, due: number): number => Math.abs((at ?? 0) - due);

test('a stage is sampled before it, each second, and after it, on the clock of the run', async () => {
  const server = new WatchedServer();
  await server.during(server.watch.start());
  await server.pass(5 * second - 20_000 + 500_000);
  const observation = await server.during(server.watch.stop());
  expect(secondsOf(server.asked)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  // 5.5 s rounds up: the last one was taken when the watch was stopped.
  expect(lateness(observation.samples.at(-1)?.at, 5 * second + 500_000)).toBeLessThan(2 * stepMicros);
  expect(lateness(observation.samples[1]?.at, second)).toBeLessThan(2 * stepMicros);
  expect(observation).toMatchObject({ missed: 0, reason: null });
  expect(observation.samples[1]?.reading.counters.generationTokens).toBe(second);
});

test('nothing is asked after the end', async () => {
  const server = new WatchedServer();
  await server.during(server.watch.start());
  await server.during(server.watch.stop());
  const asked = server.asked.length;
  await server.pass(10 * second);
  expect(server.asked).toHaveLength(asked);
});

test('a slow server is asked less and less often, never twice at once, and the seconds without a sample are counted', async () => {
  const server = new WatchedServer();
  await server.during(server.watch.start());
  server.answerMicros = 400_000;
  await server.pass(63 * second);
  expect(secondsOf(server.asked)).toEqual([0, 1, 3, 7, 15, 31, 63]);
  expect(server.overlapping).toBe(1);
  const observation = await server.during(server.watch.stop(), second);
  expect(observation.missed).toBe(1 + 3 + 7 + 15 + 31);
});

test('a server that is quick again is asked each second again', async () => {
  const server = new WatchedServer();
  await server.during(server.watch.start());
  server.answerMicros = 400_000;
  await server.pass(4 * second);
  server.answerMicros = 2_000;
  await server.pass(12 * second);
  const gaps = secondsOf(server.asked).map((at, index, all) => at - (all[index - 1] ?? at));
  expect(gaps.slice(-3)).toEqual([1, 1, 1]);
  await server.during(server.watch.stop());
});

test('an answer that never comes is missed and delays nothing', async () => {
  const server = new WatchedServer();
  await server.during(server.watch.start());
  server.silent = true;
  await server.pass(10 * second);
  server.silent = false;
  const observation = await server.during(server.watch.stop());
  expect(observation.missed).toBeGreaterThan(0);
  expect(observation.reason).toBe('the server did not answer at /metrics in time');
  expect(observation.samples).toHaveLength(2);
});

test('a server without metrics is asked once and never again', async () => {
  const server = new WatchedServer();
  server.status = 404;
  await server.during(server.watch.start());
  server.watch.mark();
  await server.pass(5 * second);
  const observation = await server.during(server.watch.stop());
  expect(server.asked).toHaveLength(1);
  expect(observation.samples).toEqual([]);
  expect(observation.reason).toBe('the server answers 404 at /metrics');
});

test('a mark takes a sample at once, and one that falls into an answer takes the next', async () => {
  const server = new WatchedServer();
  await server.during(server.watch.start());
  await server.pass(480_000);
  server.watch.mark();
  await server.pass(500_000);
  expect(server.asked).toEqual([0, 500_000]);
  await server.pass(second - 480_000);
  expect(server.asked).toEqual([0, 500_000, 1_500_000]);
  server.answerMicros = 50_000;
  await server.pass(second - 10_000);
  expect(server.asked).toEqual([0, 500_000, 1_500_000, 2_500_000]);
  server.watch.mark();
  await server.pass(60_000);
  // Asked when the answer of the sample under way was there, a step of the test's time later at most.
  expect(lateness(server.asked[4], 2_550_000)).toBeLessThan(2 * stepMicros);
  expect(server.overlapping).toBe(1);
  await server.during(server.watch.stop(), second);
});

test('hours are held in a bounded memory, with the marks as they were', async () => {
  const server = new WatchedServer();
  server.answerMicros = 0;
  await server.during(server.watch.start());
  let marked = 0;
  for (let passed = 0; passed < 1300; passed++) {
    server.time.run(server.time.now + second);
    await new Promise(setImmediate);
    if (passed === 100) {
      await server.pass(second / 2);
      marked = server.time.now;
      server.watch.mark();
      await server.pass(stepMicros);
    }
  }
  const observation = await server.during(server.watch.stop());
  expect(observation.samples.length).toBeLessThanOrEqual(600);
  expect(observation.samples.reduce((sum, sample) => sum + sample.answers, 0)).toBe(server.asked.length);
  const kept = observation.samples.find((sample) => lateness(sample.at, marked) <= stepMicros);
  expect(kept?.answers).toBe(1);
}, 60_000);

test('each sample is told as it comes, and an answer that is none is not', async () => {
  const server = new WatchedServer();
  await server.during(server.watch.start());
  await server.pass(2.5 * second);
  server.status = 503;
  await server.pass(second);
  expect(server.sampled.map(({ running }) => running)).toEqual(Array(3).fill({ mean: 3, max: 3 }));
  const { samples } = await server.during(server.watch.stop());
  expect(server.sampled).toEqual(samples);
});
