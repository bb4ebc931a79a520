/** The part of the simulated server's truth that the benchmarks compare with. Microseconds. */
export type Truth = {
  readonly totals: { readonly requests: number; readonly tokens: number; readonly events: number };
  readonly timeToFirstToken: Summary;
  readonly gap: Summary;
  readonly lateness: Summary;
};

export type Summary = {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
};

export async function readTruth(url: string): Promise<Truth> {
  const answer = await fetch(`${url}/truth`);
  return (await answer.json()) as Truth;
}

/** Forgets what happened so far. */
export async function resetTruth(url: string): Promise<void> {
  await fetch(`${url}/truth/reset`, { method: 'POST' });
}
