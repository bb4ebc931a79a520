import type { TokenEngine } from '../engine/token-engine.ts';
import type { MonotonicClock } from './monotonic-clock.ts';
import { PreciseAlarm } from './precise-alarm.ts';

/** Runs an engine in real time: wakes at its planned instants. */
export interface EngineDriver {
  /** To be called after each submission: the next instant may be earlier than the one that is waited for. */
  rearm(): void;
  stop(): void;
}

/** Calls back once, a given time after it was set; setting it again replaces what was set. */
interface Alarm {
  set(waitMicros: number): void;
  stop(): void;
}

/**
 * When hundreds of streams step at one instant, their events take milliseconds to write. What clients send meanwhile is
 * read, and its arrival stamped, after so many of them.
 */
const stepsPerTurn = 8;

/**
 * Plain timers fire late by up to about a millisecond, never early; the plan itself does not move, so nothing adds up.
 * With `precise` a thread of its own keeps the time, and lateness is a tenth of that.
 */
export function driveEngine(engine: TokenEngine, clock: MonotonicClock, precise: boolean): EngineDriver {
  let armedFor = Number.POSITIVE_INFINITY;
  let overdue: NodeJS.Immediate | null = null;
  const wake = (): void => {
    overdue = null;
    armedFor = Number.POSITIVE_INFINITY;
    engine.advance(clock.now(), stepsPerTurn);
    arm();
  };
  const alarm = precise ? new PreciseAlarm(wake) : timerAlarm(wake);
  const arm = (): void => {
    const instant = engine.nextInstant();
    if (instant >= armedFor) return;
    armedFor = instant;
    const wait = instant - clock.now();
    // An instant that has passed already (the process is behind its plan) is served after a look at the sockets.
    if (wait > 0) alarm.set(wait);
    else overdue ??= setImmediate(wake);
  };
  const stop = (): void => {
    alarm.stop();
    if (overdue !== null) clearImmediate(overdue);
  };
  return { rearm: arm, stop };
}

function timerAlarm(ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  return {
    set: (waitMicros) => {
      clearTimeout(timer);
      timer = setTimeout(ring, Math.max(0, Math.ceil(waitMicros / 1000)));
    },
    stop: () => clearTimeout(timer),
  };
}
