/**
 * Where the workers of a stage meet: one window for all, and one count of the requests in flight. Instants are
 * microseconds from the run's zero.
 */
export type StageGate = {
  /** This worker could open the window; it opens when the last worker is ready, at that instant. Told once. */
  ready(at: number): void;
  /** Opens the window for all workers, whoever is ready. */
  open(at: number): void;
  /** Closes the window for all workers; only the first call counts. */
  close(at: number): void;
  /** Whom to tell, once each, when the window opens and closes. */
  listen(events: GateEvents): void;
  /** Takes a place among `limit` requests in flight; `false` when there is none. */
  enter(limit: number): boolean;
  /** Gives the place back. */
  leave(): void;
};

export type GateEvents = { opened(at: number): void; closed(at: number): void };

/** The gate of a stage that one worker drives alone: everything happens at once. */
export function createLocalGate(): StageGate {
  let events: GateEvents | null = null;
  let state: 'before' | 'open' | 'closed' = 'before';
  let inFlight = 0;
  const open = (at: number): void => {
    if (state !== 'before') return;
    state = 'open';
    events?.opened(at);
  };
  return {
    ready: open,
    open,
    close(at) {
      if (state === 'open') events?.closed(at);
      state = 'closed';
    },
    listen(listener) {
      events = listener;
    },
    enter(limit) {
      if (inFlight >= limit) return false;
      inFlight++;
      return true;
    },
    leave() {
      inFlight--;
    },
  };
}
