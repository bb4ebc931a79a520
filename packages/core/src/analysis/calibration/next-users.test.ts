import { expect, test } from 'vitest';
import { nextUsers, type TriedUsers, type UsersRange } from './next-users.ts';

const search = (carries: number, change: Partial<UsersRange> = {}): TriedUsers[] => {
  const range = { first: 50, most: 1_600, ...change };
  const tried: TriedUsers[] = [];
  for (let users = nextUsers(tried, range); users !== null; users = nextUsers(tried, range))
    tried.push({ users, carried: users <= carries });
  return tried;
};

test('users double until a level fails, then the border is halved until it is close', () => {
  expect(search(330).map(({ users }) => users)).toEqual([50, 100, 200, 400, 300, 350]);
});

test('a search that asks for less stops earlier', () => {
  expect(search(330, { closeEnough: 0.3 }).map(({ users }) => users)).toEqual([50, 100, 200, 400, 300]);
});

test('the search ends at the most users, and below the first ones', () => {
  expect(search(10_000).map(({ users }) => users)).toEqual([50, 100, 200, 400, 800, 1_600]);
  expect(search(0).at(-1)).toEqual({ users: 1, carried: false });
});

test('a level that failed below a carried one does not end the search', () => {
  const tried = [
    { users: 50, carried: true },
    { users: 100, carried: false },
    { users: 75, carried: true },
    { users: 110, carried: true },
  ];
  expect(nextUsers(tried, { first: 50, most: 1_600 })).toBe(220);
});
