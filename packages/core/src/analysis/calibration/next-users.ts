/** What a search for the ceiling knows of a level: how many users, and whether the host carried them. */
export type TriedUsers = { readonly users: number; readonly carried: boolean };

/** The numbers of users that a search starts and ends with. */
export type UsersRange = {
  readonly first: number;
  readonly most: number;
  /** The border is known well enough when the levels around it differ by less than this share; 0.15 where not given. */
  readonly closeEnough?: number;
};

/**
 * The number of users to try next: twice the highest until one fails, then between the two; `null` when that is close
 * enough. A failed level below a carried one is passed over: it was held up by something else than its load.
 */
export function nextUsers(
  tried: readonly TriedUsers[],
  { first, most, closeEnough = 0.15 }: UsersRange,
): number | null {
  if (tried.length === 0) return first;
  const highestCarried = Math.max(0, ...tried.filter(({ carried }) => carried).map(({ users }) => users));
  const failedAbove = tried.filter(({ carried, users }) => !carried && users > highestCarried);
  if (failedAbove.length === 0) return highestCarried >= most ? null : Math.min(most, 2 * highestCarried);
  const lowestFailed = Math.min(...failedAbove.map(({ users }) => users));
  const between = Math.round((highestCarried + lowestFailed) / 2);
  const isClose = lowestFailed - highestCarried <= closeEnough * lowestFailed;
  return isClose || between === highestCarried || between === lowestFailed ? null : between;
}
