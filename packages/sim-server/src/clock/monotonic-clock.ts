/** The server's time: microseconds since it started, monotonic, with a fraction. */
export interface MonotonicClock {
  now(): number;
  /** The zero on the machine's monotonic clock (what `process.hrtime` counts), microseconds: other processes can compare. */
  readonly zeroMonotonicMicros: number;
}

/** A clock whose zero is now. */
export function startClock(): MonotonicClock {
  const zeroMilliseconds = performance.now();
  const zeroMonotonicMicros = Number(process.hrtime.bigint()) / 1000;
  return { now: () => (performance.now() - zeroMilliseconds) * 1000, zeroMonotonicMicros };
}
