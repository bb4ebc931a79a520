import type { RunSteering } from '../live/run-steering.ts';

/** Ctrl-C and a request to end, from the terminal or from outside, ask the run to end; returns how to stop listening. */
export function watchInterrupts(steering: RunSteering): () => void {
  const interrupt = (): void => steering.quit();
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return () => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
}
