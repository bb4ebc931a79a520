import { constants } from 'node:os';

const ending = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Ends the screens when the process is asked to end, with the code that a shell gives for the signal, and draws them
 * again when it is continued. Returns how to stop listening.
 */
export function watchSignals(options: { leave(exitCode: number): void; redraw(): void }): () => void {
  const end = (signal: NodeJS.Signals): void => options.leave(128 + constants.signals[signal]);
  const redraw = (): void => options.redraw();
  for (const signal of ending) process.on(signal, end);
  process.on('SIGCONT', redraw);
  return () => {
    for (const signal of ending) process.off(signal, end);
    process.off('SIGCONT', redraw);
  };
}
