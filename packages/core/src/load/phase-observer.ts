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
  /** A planned arrival that was never sent: the cap on requests in flight did not let it through. */
  dropped(): void;
  /** A planned arrival that the cap held back; it is dispatched late. */
  delayed(): void;
  /** @param at microseconds from the run's zero; with several workers the same in all, and some tenths of a millisecond ago */
  windowOpened(at: number): void;
  windowClosed(at: number): void;
};
