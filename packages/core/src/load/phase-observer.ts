/**
 * Learns the stage's phases, on the load worker's own thread and clock:
 *
 *     start --- warm-up ---|open ======= measurement window ======= close|--- drain --- end
 *
 * A closed loop's window opens when warm-up is over and all users are in flight, and closes when the first user runs
 * out of work or time. An open loop's opens after warm-up and closes at the last planned arrival.
 */
export type PhaseObserver = {
  dispatched(warmup: boolean): void;
  /** An arrival that the cap on requests in flight did not let through. */
  dropped(): void;
  windowOpened(): void;
  windowClosed(): void;
};
