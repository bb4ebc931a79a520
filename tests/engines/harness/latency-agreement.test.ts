import { expect, test } from 'vitest';
import { bucketWidth, interTokenAgreement, timeToFirstTokenAgreement } from './latency-agreement.ts';

const bounds = [0.02, 0.04, 0.1, 0.5, Number.POSITIVE_INFINITY];
const observed = (count: number, sumSeconds: number) => ({ count, sumSeconds, boundsSeconds: bounds });

test('the width of a bucket reaches from the bound below a latency to the bound at or above it', () => {
  expect(bucketWidth(bounds, 30)).toBeCloseTo(20);
  expect(bucketWidth(bounds, 40)).toBeCloseTo(20);
  expect(bucketWidth(bounds, 5)).toBeCloseTo(20);
  expect(bucketWidth(bounds, 700)).toBe(Number.POSITIVE_INFINITY);
});

test('a client that saw the first token before the server made it does not agree', () => {
  expect(timeToFirstTokenAgreement(28_100, observed(4, 0.12)).agrees).toBe(true);
  expect(timeToFirstTokenAgreement(27_900, observed(4, 0.12)).agrees).toBe(false);
});

test('a client may be later than the server by one bucket and the way', () => {
  expect(timeToFirstTokenAgreement(59_900, observed(4, 0.12)).agrees).toBe(true);
  expect(timeToFirstTokenAgreement(60_100, observed(4, 0.12)).agrees).toBe(false);
});

test('a wide bucket does not excuse more than 50 ms or a fifth', () => {
  expect(timeToFirstTokenAgreement(249_000, observed(1, 0.2)).agrees).toBe(true);
  expect(timeToFirstTokenAgreement(251_000, observed(1, 0.2)).agrees).toBe(false);
  expect(timeToFirstTokenAgreement(599_000, observed(1, 0.5)).agrees).toBe(true);
  expect(timeToFirstTokenAgreement(601_000, observed(1, 0.5)).agrees).toBe(false);
});

test('inter-token latencies agree within five per cent, or a millisecond when that is more', () => {
  expect(interTokenAgreement(10_900, observed(100, 1)).agrees).toBe(true);
  expect(interTokenAgreement(11_100, observed(100, 1)).agrees).toBe(false);
  expect(interTokenAgreement(62_900, observed(100, 6)).agrees).toBe(true);
  expect(interTokenAgreement(56_900, observed(100, 6)).agrees).toBe(false);
});

test('a server without observations is an error, not a mean of zero', () => {
  expect(() => interTokenAgreement(1_000, observed(0, 0))).toThrow('observed no latency');
});
