import { exitCodes, KneepointError, type RunningBenchmark } from '@kneepoint/core';

/** Ctrl-C of a calibration: ends the level that runs, and the command with it. */
export type CalibrationInterrupt = {
  readonly signal: AbortSignal;
  /** Throws when the calibration was interrupted: a part of it is no ceiling. */
  check(): void;
  /** What to cut when the interrupt comes; returns how to forget it. */
  cuts(running: RunningBenchmark): () => void;
  close(): void;
};

/** Listens for SIGINT and SIGTERM until it is closed. */
export function watchCalibrationInterrupt(): CalibrationInterrupt {
  const controller = new AbortController();
  const { signal } = controller;
  const interrupt = (): void => controller.abort();
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    signal,
    check() {
      if (!signal.aborted) return;
      throw new KneepointError('interrupted; nothing was kept', {
        code: 'calibration-interrupted',
        exitCode: exitCodes.interrupted,
        hint: 'a calibration counts as a whole; for a shorter one: kneepoint calibrate --quick',
      });
    },
    cuts(running) {
      const cut = (): void => running.cut();
      signal.addEventListener('abort', cut);
      return () => signal.removeEventListener('abort', cut);
    },
    close() {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
