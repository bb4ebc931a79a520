import type { TokenEngine } from '../engine/token-engine.ts';
import type { MonotonicClock } from './monotonic-clock.ts';

/** In precise mode the last part of a wait is spent polling, since a timer may come more than a millisecond late. */
const POLLED_MICROS = 1600;

/** Runs an engine in real time: wakes at its planned instants. */
export interface EngineDriver {
  /** To be called after each submission: the next instant may be earlier than the one that is waited for. */
  rearm(): void;
  stop(): void;
}

/**
 * Timers fire late by up to about a millisecond, never early; the plan itself does not move, so nothing adds up.
 * With `precise` the driver sleeps to shortly before the instant and then polls the event loop, which costs processor time.
 */
export function driveEngine(engine: TokenEngine, clock: MonotonicClock, precise: boolean): EngineDriver {
  let timer: NodeJS.Timeout | null = null;
  let immediate: NodeJS.Immediate | null = null;
  let armedFor = Number.POSITIVE_INFINITY;

  const wake = (): void => {
    timer = null;
    immediate = null;
    armedFor = Number.POSITIVE_INFINITY;
    engine.advance(clock.now());
    arm();
  };
  const poll = (): void => {
    if (clock.now() < engine.nextInstant()) immediate = setImmediate(poll);
    else wake();
  };
  const disarm = (): void => {
    if (timer !== null) clearTimeout(timer);
    if (immediate !== null) clearImmediate(immediate);
    timer = null;
    immediate = null;
  };
  const arm = (): void => {
    const instant = engine.nextInstant();
    if (instant >= armedFor) return;
    disarm();
    armedFor = instant;
    if (instant === Number.POSITIVE_INFINITY) return;
    const wait = instant - clock.now();
    if (precise && wait <= POLLED_MICROS) immediate = setImmediate(poll);
    else if (precise) timer = setTimeout(poll, Math.floor((wait - POLLED_MICROS) / 1000));
    else timer = setTimeout(wake, Math.max(0, Math.ceil(wait / 1000)));
  };
  return { rearm: arm, stop: disarm };
}
