/** What a search for the ceiling knows of a level: how many users, and whether the host carried them. */
export type TriedUsers = { readonly users: number; readonly carried: boolean };

/** The border is known well enough when the levels around it differ by less than this share. */
const closeEnough = 0.15;

/** The number of users to try next: twice the highest until one fails, then between the two; `null` when that is close enough. */
export function nextUsers(
  tried: readonly TriedUsers[],
  { first, most }: { readonly first: number; readonly most: number },
): number | null {
  if (tried.length === 0) return first;
  const failed = tried.filter(({ carried }) => !carried).map(({ users }) => users);
  const lowestFailed = failed.length === 0 ? null : Math.min(...failed);
  const carried = tried.filter((level) => level.carried && level.users < (lowestFailed ?? Infinity));
  const highestCarried = Math.max(0, ...carried.map(({ users }) => users));
  if (lowestFailed === null) return highestCarried >= most ? null : Math.min(most, 2 * highestCarried);
  const between = Math.round((highestCarried + lowestFailed) / 2);
  const isClose = lowestFailed - highestCarried <= closeEnough * lowestFailed;
  return isClose || between === highestCarried || between === lowestFailed ? null : between;
}
