import { expect, test } from 'vitest';
import { diffOptions } from './diff-options.ts';

test('5 % of the main figures, unless told otherwise', () => {
  expect(diffOptions({ allow: [], metric: [] })).toEqual({
    allowed: 0.05,
    allowedByMetric: {},
    metrics: ['outputThroughput', 'requestSpeed', 'ttft', 'e2e'],
  });
});

test('a change for all, changes for single figures, and figures that only such a change names', () => {
  const options = diffOptions({ allow: ['3%', 'ttftP99 = 20 %', 'ttft=0%'], metric: [] });
  expect(options.allowed).toBeCloseTo(0.03, 12);
  expect(options.allowedByMetric).toEqual({ ttftP99: 0.2, ttft: 0 });
  expect(options.metrics).toEqual(['outputThroughput', 'requestSpeed', 'ttft', 'e2e', 'ttftP99']);
});

test('figures as a list or one by one', () => {
  expect(diffOptions({ allow: [], metric: ['ttft, e2e', 'tpot'] }).metrics).toEqual(['ttft', 'e2e', 'tpot']);
});

test.each([
  { flags: { allow: ['5'], metric: [] }, says: '--allow "5"' },
  { flags: { allow: ['100%'], metric: [] }, says: 'below 100' },
  { flags: { allow: ['-5%'], metric: [] }, says: '--allow "-5%"' },
  { flags: { allow: ['speed=5%'], metric: [] }, says: '--allow "speed"' },
  { flags: { allow: ['5%', '3%'], metric: [] }, says: 'two changes' },
  { flags: { allow: [], metric: ['ttft,,e2e'] }, says: '--metric ""' },
])('$flags is refused', ({ flags, says }) => {
  expect(() => diffOptions(flags)).toThrow(says);
});
