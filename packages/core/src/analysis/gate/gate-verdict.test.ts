import { expect, test } from 'vitest';
import { allowedRatio, gateVerdict, overallVerdict } from './gate-verdict.ts';
import { repeatsToDecide } from './repeats-to-decide.ts';

const higher = { better: 'higher', allowed: 0.05 } as const;
const lower = { better: 'lower', allowed: 0.05 } as const;

test.each([
  { what: 'wholly slower than allowed', ...higher, low: 0.8, high: 0.94, verdict: 'fail' },
  { what: 'just beyond', ...higher, low: 0.9, high: 0.9499, verdict: 'fail' },
  { what: 'reaching over the limit', ...higher, low: 0.9, high: 0.97, verdict: 'inconclusive' },
  { what: 'reaching from far below to far above', ...higher, low: 0.5, high: 2, verdict: 'inconclusive' },
  { what: 'slower, but wholly inside', ...higher, low: 0.95, high: 0.99, verdict: 'pass' },
  { what: 'far better', ...higher, low: 1.4, high: 1.6, verdict: 'pass' },
  { what: 'a latency wholly longer than allowed', ...lower, low: 1.06, high: 1.2, verdict: 'fail' },
  { what: 'a latency reaching over the limit', ...lower, low: 1.01, high: 1.06, verdict: 'inconclusive' },
  { what: 'a latency inside', ...lower, low: 0.97, high: 1.05, verdict: 'pass' },
  { what: 'a latency far better', ...lower, low: 0.4, high: 0.6, verdict: 'pass' },
])('an interval $what: $verdict', ({ low, high, better, allowed, verdict }) => {
  expect(gateVerdict({ interval: { low, high }, better, allowed })).toBe(verdict);
});

test('the limit is the allowed change for the worse', () => {
  expect(allowedRatio(higher)).toBeCloseTo(0.95, 12);
  expect(allowedRatio({ better: 'lower', allowed: 0.1 })).toBeCloseTo(1.1, 12);
});

test('one failure fails all, one undecided leaves all undecided, and nothing is no pass', () => {
  expect(overallVerdict(['pass', 'fail', 'inconclusive'])).toBe('fail');
  expect(overallVerdict(['pass', 'inconclusive'])).toBe('inconclusive');
  expect(overallVerdict(['pass', 'pass'])).toBe('pass');
  expect(overallVerdict([])).toBe('inconclusive');
});

test('the nearer the ratio to the limit and the larger the spread, the more repeats would decide', () => {
  const quiet = { baseline: [100, 101, 99], candidate: [97, 98, 96], limit: 0.95 };
  const near = repeatsToDecide({ ...quiet, ratio: 0.96 }) ?? 0;
  const far = repeatsToDecide({ ...quiet, ratio: 1 }) ?? 0;
  const noisy = repeatsToDecide({ ...quiet, baseline: [100, 108, 92], ratio: 1 }) ?? 0;
  expect(far).toBeGreaterThanOrEqual(3);
  expect(near).toBeGreaterThan(far);
  expect(noisy).toBeGreaterThan(far);
});

test('on the limit, or without a spread that is known, no number of repeats is named', () => {
  const side = [100, 101, 99];
  expect(repeatsToDecide({ baseline: side, candidate: side, ratio: 0.95, limit: 0.95 })).toBeNull();
  expect(repeatsToDecide({ baseline: [100], candidate: side, ratio: 1, limit: 0.95 })).toBeNull();
});
