import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createInFlightCounter } from './concurrency-sweep.ts';
import { mergeMeasurements } from './merge-measurements.ts';
import type { StageMeasurement } from './stage-measurement.ts';
import { RecordedStage } from './testing/recorded-stage.ts';

type Told = {
  readonly start: number;
  readonly ttft: number;
  readonly gap: number;
  readonly fate: 'ok' | 'failed' | 'cut';
};

/** Tells requests to one recorder, instant by instant, as they would happen side by side. */
function measure(requests: readonly Told[], windowOpen: number, windowClose: number): StageMeasurement {
  const stage = new RecordedStage(1, [{ text: 'ttft<40us', limits: [{ latency: 'ttft', belowMicros: 40 }] }]);
  type Step = { at: number; run: () => void };
  const steps: Step[] = [
    { at: windowOpen, run: () => stage.open(windowOpen) },
    { at: windowClose, run: () => stage.close(windowClose) },
  ];
  for (const { start, ttft, gap, fate } of requests) {
    let flight: ReturnType<RecordedStage['start']> | null = null;
    steps.push({
      at: start,
      run: () => {
        flight = stage.start(start, { inputTokens: 7 });
      },
    });
    for (let token = 0; token < 3; token++) {
      const at = start + ttft + token * gap;
      steps.push({ at, run: () => flight !== null && stage.token(at, flight, token + 1) });
    }
    const end = start + ttft + 2 * gap + 1;
    steps.push({
      at: end,
      run: () => {
        if (flight === null) return;
        if (fate === 'ok') stage.end(end, flight);
        else if (fate === 'failed') stage.fail(end, flight, '500');
        else stage.cut(end, flight);
      },
    });
  }
  for (const step of steps.toSorted((left, right) => left.at - right.at)) step.run();
  return stage.finish(2000);
}

/** What does not depend on which worker a request was with; extremes come from a counter that workers share. */
function comparable({ window, whole, keptAnswers: _, ...rest }: StageMeasurement) {
  const plain = (span: typeof window) => ({
    tally: { ...span.tally, speedSum: Math.round(span.tally.speedSum) },
    mean: span.concurrency === null ? null : span.concurrency.mean.toFixed(6),
    ttft: {
      ...span.latencies.requests.ttft,
      buckets: [...span.latencies.requests.ttft.buckets].join().replace(/(,0)*$/, ''),
    },
    gaps: {
      ...span.latencies.tokenGap,
      buckets: [...span.latencies.tokenGap.buckets].join().replace(/(,0)*$/, ''),
    },
  });
  const { wholeStart: __, lengths, cold, warmup: ___, ...exact } = rest;
  return {
    ...exact,
    window: plain(window),
    lengths: [lengths.input.count, lengths.output.sum],
    cold: cold.count,
    wholeTally: plain(whole).tally,
  };
}

const told = fc.record({
  start: fc.integer({ min: 0, max: 900 }),
  ttft: fc.integer({ min: 1, max: 90 }),
  gap: fc.integer({ min: 1, max: 60 }),
  fate: fc.constantFrom('ok' as const, 'ok' as const, 'failed' as const, 'cut' as const),
});

test('what several workers measured adds up to what one would have', () => {
  fc.assert(
    fc.property(
      fc.array(told, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 2, max: 4 }),
      (requests, workers) => {
        const alone = measure(requests, 100, 800);
        const parts = Array.from({ length: workers }, (_, index) =>
          measure(
            requests.filter((__, position) => position % workers === index),
            100,
            800,
          ),
        );
        expect(comparable(mergeMeasurements(parts))).toEqual(comparable(alone));
        expect(comparable(mergeMeasurements(parts.toReversed()))).toEqual(comparable(alone));
      },
    ),
    { numRuns: 200 },
  );
});

test('the extremes of the requests in flight are those of all workers together', () => {
  const inFlight = createInFlightCounter();
  const [left, right] = [
    new RecordedStage(0, [], undefined, inFlight),
    new RecordedStage(0, [], undefined, inFlight),
  ];
  for (const stage of [left, right]) stage.open(0);
  const first = left.start(10);
  const second = right.start(20);
  left.end(30, first, 1);
  right.end(40, second, 1);
  const third = left.start(50);
  left.end(60, third, 1);
  for (const stage of [left, right]) stage.close(100);
  const merged = mergeMeasurements([left.finish(100), right.finish(100)]);
  // 20 us of the first, 20 of the second, 10 of the third.
  expect(merged.window.concurrency).toEqual({ mean: 0.5, min: 0, max: 2 });
});
