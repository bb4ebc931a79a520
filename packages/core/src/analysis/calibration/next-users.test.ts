import { expect, test } from 'vitest';
import { nextUsers, type TriedUsers } from './next-users.ts';

const search = (carries: number): TriedUsers[] => {
  const tried: TriedUsers[] = [];
  for (
    let users = nextUsers(tried, { first: 50, most: 1_600 });
    users !== null;
    users = nextUsers(tried, { first: 50, most: 1_600 })
  )
    tried.push({ users, carried: users <= carries });
  return tried;
};

test('users double until a level fails, then the border is halved until it is close', () => {
  expect(search(330).map(({ users }) => users)).toEqual([50, 100, 200, 400, 300, 350]);
});

test('the search ends at the most users, and below the first ones', () => {
  expect(search(10_000).map(({ users }) => users)).toEqual([50, 100, 200, 400, 800, 1_600]);
  expect(search(0).at(-1)).toEqual({ users: 1, carried: false });
});
