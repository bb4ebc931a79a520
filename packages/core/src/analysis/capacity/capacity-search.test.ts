import { expect, test } from 'vitest';
import { createCapacitySearch } from './capacity-search.ts';
import type { LevelOutcome } from './level-outcome.ts';
import { exampleOutcome } from './testing/noisy-server.ts';
import { exampleOptions, searchWith, upTo } from './testing/run-search.ts';

test('doubles, halves the rest, repeats both borders and confirms the level found', () => {
  const { steps, verdict } = searchWith(upTo(42));
  expect(steps).toEqual([
    ...[
      '8 bracket',
      '16 bracket',
      '32 bracket',
      '64 bracket',
      '45 bisect',
      '38 bisect',
      '41 bisect',
      '43 bisect',
    ],
    ...['41 repeat', '43 repeat', '41 confirm'],
  ]);
  expect(verdict).toMatchObject({
    highestKept: 41,
    lowestBroken: 43,
    interval: { low: 41, high: 43 },
    confirmation: { kept: true },
    reason: 'resolved',
    censored: null,
    monotone: true,
    brokenFirst: { text: 'ttft p95 < 500ms', value: 900_000 },
  });
  // Three of three and two of two stages agree.
  expect(verdict.confidence).toBeCloseTo(0.894, 2);
});

test('halves from a start that is too high, down to one user', () => {
  const { steps, verdict } = searchWith(upTo(1));
  expect(steps.slice(0, 4)).toEqual(['8 bracket', '4 bracket', '2 bracket', '1 bracket']);
  expect(verdict).toMatchObject({ highestKept: 1, lowestBroken: 2, reason: 'resolved' });
});

test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  'users are whole: a capacity of %i is found exactly with a resolution of nothing',
  (capacity) => {
    const { verdict } = searchWith(upTo(capacity), { resolution: 0 });
    expect([verdict.highestKept, verdict.lowestBroken]).toEqual([capacity, capacity + 1]);
  },
);

test.each([0.13, 1, 3.7, 8, 222.2])('a rate of %f is found within the resolution', (capacity) => {
  const { verdict } = searchWith(upTo(capacity), { vary: 'rate', minimum: 0.1, start: 1 });
  const { highestKept, lowestBroken } = verdict;
  expect(highestKept).toBeLessThanOrEqual(capacity);
  expect(lowestBroken).toBeGreaterThan(capacity);
  // Levels are rounded to three digits, so the last step may be that much wider.
  expect((lowestBroken ?? 0) / (highestKept ?? 1)).toBeLessThanOrEqual(1.06);
});

test('a border that was broken by accident opens the way up again', () => {
  const { steps, verdict } = searchWith((level, repeat) =>
    exampleOutcome({ level, kept: level === 16 ? repeat > 1 : level <= 42 }),
  );
  expect(steps.filter((step) => step.startsWith('16 '))).toHaveLength(3);
  expect(verdict).toMatchObject({ highestKept: 41, lowestBroken: 43 });
});

test('a border that was kept by accident falls', () => {
  const { verdict } = searchWith((level, repeat) =>
    exampleOutcome({ level, kept: level === 32 ? repeat === 1 : level <= 20 }),
  );
  expect(verdict).toMatchObject({ highestKept: 20, lowestBroken: 21 });
});

test('a budget of stages ends the search with what is known, the last stage confirming it', () => {
  const { steps, verdict } = searchWith(upTo(42), { maximumStages: 6 });
  expect(steps).toEqual(['8 bracket', '16 bracket', '32 bracket', '64 bracket', '45 bisect', '32 confirm']);
  expect(verdict).toMatchObject({ highestKept: 32, lowestBroken: 45, reason: 'stage-budget' });
});

test('a budget of time keeps a stage for the confirmation, and the search stays inside it', () => {
  const { steps, verdict } = searchWith(upTo(42), { maximumMicros: 200e6 });
  expect(steps).toHaveLength(6);
  expect(steps.at(-1)).toBe('32 confirm');
  expect(verdict.reason).toBe('time-budget');
});

test('a run that goes on without one of its stages finds the same', () => {
  const search = createCapacitySearch(exampleOptions);
  const measured: LevelOutcome[] = [];
  for (let step = search.next(measured); step !== null; step = search.next(measured))
    measured.push({ ...upTo(42)(step.level, step.repeat), repeat: step.repeat });
  const done = measured.filter((_, index) => index !== 5);
  for (let step = search.next(done); step !== null; step = search.next(done))
    done.push({ ...upTo(42)(step.level, step.repeat), repeat: step.repeat });
  expect(search.verdict(done)).toMatchObject({ highestKept: 41, lowestBroken: 43, reason: 'resolved' });
});

test('the border levels are repeated in turns, so that a drift of the host meets both', () => {
  const { steps } = searchWith(upTo(42), { repeats: 5 });
  expect(steps.slice(8)).toEqual([...['41 repeat', '43 repeat', '41 repeat', '43 repeat'], '41 confirm']);
});

test('a stage at another level after the choice is no confirmation', () => {
  const search = createCapacitySearch(exampleOptions);
  const done: LevelOutcome[] = [];
  for (let step = search.next(done); step?.purpose !== 'confirm'; step = search.next(done)) {
    if (step === null) throw new Error('no confirmation was asked for');
    done.push({ ...upTo(42)(step.level, step.repeat), repeat: step.repeat });
  }
  done.push(exampleOutcome({ level: 50, kept: false }));
  expect(search.verdict(done).confirmation).toBeNull();
  expect(search.next(done)).toEqual({ level: 41, repeat: 3, purpose: 'confirm' });
});

test('a budget of one stage leaves none for a confirmation', () => {
  const { steps, verdict } = searchWith(upTo(42), { maximumStages: 1 });
  expect(steps).toEqual(['8 bracket']);
  expect(verdict).toMatchObject({ highestKept: 8, confirmation: null, reason: 'stage-budget' });
});
