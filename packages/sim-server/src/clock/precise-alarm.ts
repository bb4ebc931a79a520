import { Worker } from 'node:worker_threads';

/**
 * The alarm's thread sleeps on a futex, whose timeout is good to some 60 microseconds, where an event loop's timer is
 * good to a millisecond. It is a text so that a bundle needs no second file.
 *
 *     int32[0]: number of the alarm, counted up by the main thread; float64[1]: its instant (hrtime, milliseconds)
 */
const sleeper = `
  const { parentPort, workerData } = require('node:worker_threads');
  const number = new Int32Array(workerData);
  const instant = new Float64Array(workerData);
  const now = () => Number(process.hrtime.bigint()) / 1e6;
  for (;;) {
    const mine = Atomics.load(number, 0);
    const wait = instant[1] - now();
    if (wait > 0 && Atomics.wait(number, 0, mine, wait) !== 'timed-out') continue;
    if (Atomics.load(number, 0) !== mine) continue;
    parentPort.postMessage(mine);
    Atomics.wait(number, 0, mine);
  }
`;

/** Wakes the event loop at an instant, to a tenth of a millisecond on an idle machine, without polling. */
export class PreciseAlarm {
  private readonly worker: Worker;
  private readonly number: Int32Array<SharedArrayBuffer>;
  private readonly instant: Float64Array<SharedArrayBuffer>;

  constructor(ring: () => void) {
    const shared = new SharedArrayBuffer(16);
    this.number = new Int32Array(shared);
    this.instant = new Float64Array(shared);
    this.instant[1] = Number.POSITIVE_INFINITY;
    this.worker = new Worker(sleeper, { eval: true, workerData: shared });
    this.worker.unref();
    this.worker.on('message', (number: number) => {
      // An alarm that was set anew in the meantime rings for its new instant only.
      if (number === Atomics.load(this.number, 0)) ring();
    });
  }

  /** Sets the one alarm to `waitMicros` from now. */
  set(waitMicros: number): void {
    this.instant[1] = Number(process.hrtime.bigint()) / 1e6 + waitMicros / 1000;
    Atomics.add(this.number, 0, 1);
    Atomics.notify(this.number, 0);
  }

  stop(): void {
    // Its thread never returns to an event loop, so it is ended, not asked.
    this.worker.terminate().catch(() => undefined);
  }
}
