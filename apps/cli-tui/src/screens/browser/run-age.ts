const dayMillis = 86_400_000;

/** How far back a filter looks, in days. */
export const runAges = { day: 1, week: 7, month: 30, quarter: 90, year: 365 } as const;

/** The name of an age of a run. */
export type RunAge = keyof typeof runAges;

/** The instant so long before now, as `createdAt` is written. */
export const sinceAge = (age: RunAge, now: number): string =>
  new Date(now - runAges[age] * dayMillis).toISOString();
