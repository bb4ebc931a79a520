import { afterEach, expect, test, vi } from 'vitest';
import { ProgressTicks } from './progress-ticks.ts';
import type { LiveProgress, RunEvent } from './run-event.ts';

afterEach(() => void vi.useRealTimers());

const nothing: LiveProgress = {
  fields: {
    dispatched: 0,
    completed: 0,
    failed: 0,
    events: 0,
    tokens: 0,
    inFlight: 0,
    firstTokens: 0,
    firstTokenSum: 0,
  },
  phase: 'warmup',
  latencies: { ttft: [], tokenGap: [], startLag: [] },
  errors: {},
  dropped: 0,
  late: 0,
  clientCpu: null,
};

function ticking(): { ticks: ProgressTicks; told: RunEvent[] } {
  const told: RunEvent[] = [];
  let late = 0;
  const live = (): LiveProgress => ({ ...nothing, late: late++ });
  return { ticks: new ProgressTicks({ stage: 'one', live, tell: (event) => told.push(event) }), told };
}

test('progress is told four times a second, as it is then, and once more at the end', () => {
  vi.useFakeTimers();
  const { ticks, told } = ticking();
  vi.advanceTimersByTime(1000);
  expect(told.map((event) => event.kind === 'progress' && [event.stage, event.late])).toEqual(
    [0, 1, 2, 3].map((late) => ['one', late]),
  );
  ticks.stop();
  expect(told).toHaveLength(5);
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(5);
});

test('a process that has nothing else to do is not kept alive by it', () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  const { ticks } = ticking();
  expect(timers()).toBe(before);
  ticks.stop();
});
