import { expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { createSchedule } from '../schedule/create-schedule.ts';
import { micros } from '../units/units.ts';
import { startOpenLoop } from './open-loop.ts';
import { completes, VirtualStage } from './testing/virtual-stage.ts';

/**
 * The stall that made coordinated omission known: 2,000 requests a second over 100 connections, one stall of 1.4 s.
 *
 *     time            0 s ............ 5 s ........ 6.4 s ............... 15 s
 *     server          6 ms an answer   |  answers nothing  |  6 ms an answer
 *     in flight       12               |  100 (the cap)    |  100, then 12 again
 *
 * Hand-worked for the 30,000 requests of 15 s. p99 has 300 above it. The k-th request of the stall is due k/2000 s after it
 * began, and is answered 6 ms * k/100 after it ended, so it took 1.4 s - k * (0.5 - 0.06) ms from its planned instant: at
 * k = 300 this is 1.268 s. From the send, only the 100 that were on the connections saw the stall, a third of a percent:
 * the p99 is one answer, 6 ms.
 */
const requestsPerSecond = 2000;
const connections = 100;
const seconds = 15;
const answerMicros = 6000;
const stall = { start: 5_000_000, end: 6_400_000 };

type Latencies = { readonly fromSchedule: number[]; readonly fromSend: number[] };

/** What a request that is sent now takes: one that would be answered in the stall is answered after it. */
const answeredAfter = (now: number): number =>
  now + answerMicros > stall.start && now < stall.end
    ? stall.end + answerMicros - Math.max(0, stall.start - now) - now
    : answerMicros;

async function runStalled(): Promise<Latencies & { readonly stage: VirtualStage }> {
  const took: number[] = [];
  const stage: VirtualStage = new VirtualStage((index) => {
    const after = answeredAfter(stage.time.now);
    took[index] = after;
    return completes(after);
  });
  const count = requestsPerSecond * seconds;
  const load = startOpenLoop({
    ...stage.parts,
    schedule: createSchedule({
      plan: { kind: 'constant', requestsPerSecond },
      random: createRandom('coordinated omission'),
      end: { count },
      trace: null,
    }),
    maxInFlight: connections,
    capPolicy: 'late',
    stop: { kind: 'requests', count },
    warmup: { kind: 'requests', count: 0 },
    drainLimit: micros(10_000_000),
  });
  stage.time.run();
  expect(await load.finished).toBe('finished');
  return {
    stage,
    fromSend: took,
    fromSchedule: stage.starts.map(
      ({ at, attempt }) => at + (took[attempt.index] ?? Number.NaN) - (attempt.scheduled ?? Number.NaN),
    ),
  };
}

/** The value at rank ceil(share * count). */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

test('a stall of 1.4 s has a p99 of 1.27 s from the schedule, and of 6 ms from the send', async () => {
  const { stage, fromSchedule, fromSend } = await runStalled();
  expect(fromSchedule).toHaveLength(30_000);
  expect(percentile(fromSchedule, 0.99) / 1e6).toBeCloseTo(1.27, 2);
  expect(percentile(fromSend, 0.99)).toBe(6000);
  expect(Math.max(...fromSchedule)).toBeCloseTo(1_406_000, -4);
  expect([stage.mostInFlight, stage.drops]).toEqual([connections, 0]);
});

test('the median of a stalled run is the usual answer in both, so that only the tail tells of the stall', async () => {
  const { fromSchedule, fromSend } = await runStalled();
  expect(percentile(fromSchedule, 0.5)).toBe(6000);
  expect(percentile(fromSend, 0.5)).toBe(6000);
});
