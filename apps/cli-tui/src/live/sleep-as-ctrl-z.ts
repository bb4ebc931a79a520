/**
 * Stops this process and those of its job as the terminal's Ctrl-Z does; returns when the shell continued it. Listeners
 * would keep the signal from stopping anything, so they stand aside meanwhile. A process without a shell to continue it is
 * not stopped by this signal at all.
 */
export function sleepAsCtrlZ(): void {
  const listeners = process.listeners('SIGTSTP');
  for (const listener of listeners) process.off('SIGTSTP', listener);
  try {
    process.kill(0, 'SIGTSTP');
  } finally {
    for (const listener of listeners) process.on('SIGTSTP', listener);
  }
}
