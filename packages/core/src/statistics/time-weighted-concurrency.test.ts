import fc from 'fast-check';
import { expect, test } from 'vitest';
import { micros } from '../units/units.ts';
import { type FlightSpan, timeWeightedConcurrency } from './time-weighted-concurrency.ts';

const span = (start: number, end: number | null): FlightSpan => ({
  start: micros(start),
  end: end === null ? null : micros(end),
});
const window = (start: number, end: number) => ({ start: micros(start), end: micros(end) });

test.each([
  { what: 'one request over half of it', spans: [span(0, 50)], expected: { mean: 0.5, min: 0, max: 1 } },
  {
    what: 'two that overlap for a quarter',
    spans: [span(0, 50), span(25, 100)],
    expected: { mean: 1.25, min: 1, max: 2 },
  },
  {
    what: 'a user whose next request starts as the last one ends',
    spans: [span(0, 40), span(40, 100)],
    expected: { mean: 1, min: 1, max: 1 },
  },
  {
    what: 'requests that reach over both ends',
    spans: [span(-50, 500), span(-9, 1000)],
    expected: { mean: 2, min: 2, max: 2 },
  },
  { what: 'one that never ended', spans: [span(20, null)], expected: { mean: 0.8, min: 0, max: 1 } },
  {
    what: 'requests outside it',
    spans: [span(-10, 0), span(100, 120)],
    expected: { mean: 0, min: 0, max: 0 },
  },
  { what: 'nothing', spans: [], expected: { mean: 0, min: 0, max: 0 } },
])('a window of 100 us with $what has the concurrency $expected', ({ spans, expected }) => {
  const summary = timeWeightedConcurrency(spans, window(0, 100));
  expect(summary?.mean).toBeCloseTo(expected.mean, 12);
  expect(summary).toMatchObject({ min: expected.min, max: expected.max });
});

test('an empty window has no concurrency', () => {
  expect(timeWeightedConcurrency([span(0, 10)], window(5, 5))).toBeNull();
});

test('the sweep agrees with counting at every microsecond', () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: -20, max: 80 }), fc.nat(60))
      .map(([start, length]) => span(start, start + length)),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 60 }), (flights, length) => {
      const counts = Array.from({ length }, (_, instant) => {
        return flights.filter(({ start, end }) => start <= instant && (end ?? 0) > instant).length;
      });
      const summary = timeWeightedConcurrency(flights, window(0, length));
      expect(summary?.mean).toBeCloseTo(counts.reduce((sum, count) => sum + count, 0) / length, 9);
      expect(summary).toMatchObject({ min: Math.min(...counts), max: Math.max(...counts) });
    }),
  );
});
