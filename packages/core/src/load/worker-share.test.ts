import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cycleOf, ownCount, ownIndex, ownPlaces, workerOf } from './worker-share.ts';

test('five users and two workers: each user’s requests stay with one worker', () => {
  const [even, odd] = [
    { index: 0, count: 2 },
    { index: 1, count: 2 },
  ];
  expect([0, 1, 2, 3, 4, 5].map((position) => ownIndex(even, 5, position))).toEqual([0, 2, 4, 5, 7, 9]);
  expect([0, 1, 2, 3].map((position) => ownIndex(odd, 5, position))).toEqual([1, 3, 6, 8]);
  expect([ownPlaces(even, 5), ownPlaces(odd, 5)]).toEqual([3, 2]);
  expect([ownCount(even, 5, 7), ownCount(odd, 5, 7)]).toEqual([4, 3]);
});

test('the workers’ parts together are the stage’s requests, each once, and nobody else’s', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 200 }),
      (workers, more, total) => {
        const cycle = workers + more;
        const parts = Array.from({ length: workers }, (_, index) => {
          const share = { index, count: workers };
          const own = Array.from({ length: ownCount(share, cycle, total) }, (__, position) =>
            ownIndex(share, cycle, position),
          );
          expect(own).toEqual(own.toSorted((left, right) => left - right));
          expect(own.every((one) => workerOf(one, cycle, workers) === index)).toBe(true);
          return own;
        });
        expect(parts.flat().toSorted((left, right) => left - right)).toEqual([...Array(total).keys()]);
      },
    ),
  );
});

test('a cycle is a request of each user who gets one, or of each worker', () => {
  const closed = { loop: 'closed', users: 50, thinkTime: null } as const;
  expect(cycleOf(closed, { kind: 'requests', count: 8 }, 2)).toBe(8);
  expect(cycleOf(closed, { kind: 'requests', count: 80 }, 2)).toBe(50);
  const open = { loop: 'open', arrivals: { kind: 'constant', requestsPerSecond: 1 } } as const;
  expect(cycleOf(open, { kind: 'requests', count: 8 }, 3)).toBe(3);
});
