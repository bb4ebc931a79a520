import type { EventEmitter } from 'node:events';

/** What the guard of a terminal does; all of it happens at once. */
export type GuardedTerminal = {
  /** Gives the terminal back, because the process ends. Harmless twice. */
  restore(): void;
  /** The terminal is gone: a person closed it, or the connection to it broke. */
  hangUp(): void;
  /** Somebody stops the process from outside. */
  suspend(): void;
  /** The process was continued. */
  continued(): void;
};

/**
 * Watches for every way in which a process that holds the terminal can end or sleep, and returns how to stop watching.
 * SIGINT and SIGTERM are no matter of the terminal: they end the run, and the screen closes when it has ended. An exception
 * that nobody caught is seen before Node prints it, so that it is printed on the terminal and not on the screen.
 */
export function guardTerminal(guarded: GuardedTerminal, events: EventEmitter = process): () => void {
  const listeners = {
    exit: () => guarded.restore(),
    uncaughtExceptionMonitor: () => guarded.restore(),
    SIGHUP: () => guarded.hangUp(),
    SIGTSTP: () => guarded.suspend(),
    SIGCONT: () => guarded.continued(),
  };
  for (const [name, listener] of Object.entries(listeners)) events.on(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) events.off(name, listener);
  };
}
