import type { SuspendTerminal } from 'ink';

/** How the program is stopped by Ctrl-Z and continued: the terminal is the shell's in between. */
export type Suspension = {
  /** Ink's own way of giving the terminal away. */
  use(suspendTerminal: SuspendTerminal): void;
  /** Stops this process and those with it, as the shell does, and draws again once they are continued. */
  stop(): void;
  /** After somebody else stopped and continued the process: takes the terminal again and draws. */
  redraw(): void;
};

/** How long the stop may take to arrive, milliseconds: a process whose group has no shell is never stopped, and goes on. */
const stopMillis = 100;

/** The suspension of one program; `stopGroup` sends SIGTSTP to the process group. */
export function createSuspension(stopGroup: () => void): Suspension {
  let suspend: SuspendTerminal | null = null;
  let isSuspended = false;
  const during = (work: () => Promise<void>): void => {
    if (suspend === null || isSuspended) return;
    isSuspended = true;
    suspend(work).then(settled, settled);
  };
  const settled = (): void => {
    isSuspended = false;
  };
  return {
    use: (suspendTerminal) => {
      suspend = suspendTerminal;
    },
    stop: () =>
      during(async () => {
        const continued = Promise.withResolvers<void>();
        const timer = setTimeout(continued.resolve, stopMillis);
        process.once('SIGCONT', continued.resolve);
        stopGroup();
        await continued.promise;
        clearTimeout(timer);
        process.off('SIGCONT', continued.resolve);
      }),
    redraw: () => during(async () => {}),
  };
}
