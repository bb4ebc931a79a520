/** What can be ended in two steps: a benchmark here, or a job of an agent. */
type Stoppable = { stop(): void; cut(): void };

/** Ctrl-C once: start nothing more, let answers end, write what there is. Twice: cut them, still write. */
export function watchInterrupts(running: Stoppable, say: (text: string) => void): () => void {
  let times = 0;
  const interrupt = (): void => {
    times++;
    if (times === 1) {
      say('interrupted: starting no more requests, waiting for those in flight (Ctrl-C again stops now)');
      running.stop();
    } else if (times === 2) {
      say('stopping now; what was measured is kept');
      running.cut();
    }
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return () => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
}
