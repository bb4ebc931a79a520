import type { CapacityFigure, CapacityVerdict } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { capacityExitCode } from './capacity.ts';
import { capacityText } from './capacity-text.ts';

const gap: CapacityFigure = {
  text: 'tokenGap p99 < 50ms',
  limit: { unit: 'us', value: 50_000 },
  value: 63_000,
  kept: false,
  reason: '63ms is not < 50ms',
};
const point = (
  level: number,
  kept: number,
  broken: number,
  value: number,
): CapacityVerdict['curve'][number] => ({
  level,
  repeats: kept + broken,
  kept,
  broken,
  state: kept > broken ? 'kept' : 'broken',
  figures: [{ ...gap, value, kept: kept > broken }],
});
const found: CapacityVerdict = {
  vary: 'users',
  highestKept: 42,
  lowestBroken: 44,
  interval: { low: 42, high: 44 },
  confidence: 0.894,
  confirmation: { kept: true, terms: [] },
  brokenFirst: gap,
  notCarried: null,
  curve: [point(32, 1, 0, 41_000), point(42, 3, 0, 48_000), point(44, 0, 2, 63_000)],
  reason: 'resolved',
  clientLimit: null,
  censored: null,
  monotone: true,
};
const terms = ['ttft p95 < 500ms', 'tokenGap p99 < 50ms'];
const text = (
  changed: Partial<CapacityVerdict> = {},
  stages: Parameters<typeof capacityText>[1]['stages'] = [],
): string => capacityText({ ...found, ...changed }, { terms, stages, columns: null, language: 'en' });
const firstLine = (changed: Partial<CapacityVerdict>): string => text(changed).split('\n')[0] ?? '';

test('the answer comes first, then how sure it is, then the curve', () => {
  expect(
    capacityText(found, { terms: ['tokenGap p99 < 50ms'], stages: [], columns: null, language: 'en' }),
  ).toBe(
    `Capacity: 42 users keep tokenGap p99 < 50ms; 44 break tokenGap p99 < 50ms (63ms). Measured once more, it held. The capacity lies between 42 and 44 with 89 % confidence.

users  stages  kept  tokenGap p99 < 50ms
32     1       1     41ms
42     3       3     48ms
44     2       0     63ms x
`,
  );
});

test('a confirmation that failed says why, and a missing one is not hidden', () => {
  const confirmation = { kept: false, terms: [gap] };
  expect(text({ confirmation })).toContain('Measured once more, it did not hold: 63ms is not < 50ms.');
  expect(text({ confirmation: null })).toContain('It was not measured once more.');
});

test('a rate is said as one', () => {
  expect(firstLine({ vary: 'rate', highestKept: 3.5, lowestBroken: 3.7 })).toMatch(
    /^Capacity: 3\.5 requests\/s keep .*; 3\.7 break /,
  );
});

test('a single user keeps and breaks', () => {
  expect(firstLine({ highestKept: 1, lowestBroken: 2 })).toMatch(/^Capacity: 1 user keeps .*; 2 break /);
});

test('a capacity above all that was measured says what stopped the search', () => {
  const above = { lowestBroken: null, brokenFirst: null, censored: 'above-range', curve: [] } as const;
  expect(firstLine({ ...above, reason: 'range-end' })).toMatch(
    /^Capacity: at least 42 users keep .*; no higher level was allowed\./,
  );
  expect(
    firstLine({
      ...above,
      reason: 'client-limit',
      clientLimit: { level: 64, message: 'it used 97 % of a core' },
    }),
  ).toContain('; 64 could not be measured, as the client was the bottleneck: it used 97 % of a core.');
  const unjudged = {
    ...point(64, 0, 0, 0),
    state: 'unjudged' as const,
    figures: [{ ...gap, value: null, kept: null, reason: 'too few samples' }],
  };
  expect(firstLine({ ...above, reason: 'no-data', curve: [unjudged] })).toContain(
    '; 64 could not be judged: tokenGap p99 < 50ms: too few samples; a longer --duration gives more.',
  );
});

test('no capacity in the range, and no data at all', () => {
  const none = { highestKept: null, interval: { low: null, high: 1 }, confirmation: null } as const;
  expect(firstLine({ ...none, lowestBroken: 1, censored: 'below-range', reason: 'range-start' })).toBe(
    'Capacity: none; not even 1 user keeps ttft p95 < 500ms and tokenGap p99 < 50ms: tokenGap p99 < 50ms (63ms).',
  );
  expect(firstLine({ ...none, lowestBroken: null, curve: [], censored: null })).toBe(
    'Capacity: unknown; nothing was measured.',
  );
});

test('what was not clear stands at the end: budgets, disorder, invalid stages and those of the border', () => {
  const stage = (level: number, verdict: 'valid' | 'suspect' | 'invalid') => ({
    id: `capacity/${level}-users/server/repeat-1`,
    level,
    trust: { verdict, reasons: [{ code: 'x', message: `doubt ${level}`, value: null, limit: null }] },
  });
  const stages = [stage(8, 'suspect'), stage(16, 'invalid'), stage(32, 'valid'), stage(42, 'suspect')];
  expect(text({ reason: 'time-budget', monotone: false }, stages).split('\nNot clear:\n')[1]).toBe(
    `- the search ended at its time (--max-time), with more levels to look at
- a higher level kept the SLO although a lower one broke it: the stages differ more than the levels
- capacity/16-users/server/repeat-1 is invalid: doubt 16
- capacity/42-users/server/repeat-1 is suspect: doubt 42
- another stage is suspect, away from the border
`,
  );
  expect(text()).not.toContain('Not clear');
});

test('on a terminal no line is wider than it', () => {
  const lines =
    capacityText(found, { terms, stages: [], columns: 60, language: 'en' }).split('\n\n')[0]?.split('\n') ??
    [];
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
});

test('a search that never got to the bottom of its range says only what it knows', () => {
  const none = {
    highestKept: null,
    lowestBroken: 8,
    censored: 'below-range',
    reason: 'stage-budget',
  } as const;
  expect(firstLine(none)).toMatch(/^Capacity: below 8 users, which break .*; no lower level was tried\./);
});

test('a load that was not carried is said instead of its latencies', () => {
  expect(firstLine({ notCarried: 'the queue only grew' })).toMatch(/; 44 break it: the queue only grew\. /);
});

test('found is 0, nothing in the range 4, and nothing judged 5', () => {
  const none = { highestKept: null, lowestBroken: 1 } as const;
  expect(capacityExitCode({ highestKept: 42, lowestBroken: null, reason: 'range-end' })).toBe(0);
  expect(capacityExitCode({ ...none, reason: 'range-start' })).toBe(4);
  expect(capacityExitCode({ ...none, reason: 'stage-budget' })).toBe(5);
  expect(capacityExitCode({ ...none, lowestBroken: null, reason: 'range-start' })).toBe(5);
});
