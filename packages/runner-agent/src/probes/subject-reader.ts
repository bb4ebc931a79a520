/** Whose memory and CPU time is watched: a process with all its children, or the container that a process is in. */
export type ProbeSubject =
  | { readonly kind: 'processes'; readonly rootPid: number }
  | { readonly kind: 'container'; readonly pid: number };

/**
 * A server's processes at one instant. Resident bytes count what is in memory: of a process tree the sum over its
 * processes, in which memory that two of them share counts twice; of a container each page once. `charged` is what a
 * container's group is charged for, file cache included.
 */
export type SubjectReading = {
  readonly residentBytes: number | null;
  readonly privateBytes: number | null;
  readonly chargedBytes: number | null;
  /** CPU time since the subject is watched. */
  readonly cpuSeconds: number | null;
  readonly pids: ReadonlySet<number>;
  readonly source: string;
  /** Why the figures are unknown, or `null`. */
  readonly reason: string | null;
};

/** Reads one subject. `now` is the run's clock, in microseconds. */
export type SubjectReader = { read(now: number): SubjectReading };

export const unreadSubject = (source: string, reason: string): SubjectReading => ({
  residentBytes: null,
  privateBytes: null,
  chargedBytes: null,
  cpuSeconds: null,
  pids: new Set(),
  source,
  reason,
});
