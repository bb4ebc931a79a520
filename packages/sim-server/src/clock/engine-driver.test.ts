import { expect, test } from 'vitest';
import type { TokenEngine } from '../engine/token-engine.ts';
import { driveEngine } from './engine-driver.ts';
import { startClock } from './monotonic-clock.ts';

/** An engine of instants only: it says when it was advanced past each. */
function instantsEngine(
  onServed: (instant: number, now: number) => void,
): TokenEngine & { instants: number[] } {
  const instants: number[] = [];
  return {
    instants,
    submit: () => undefined,
    cancel: () => undefined,
    nextInstant: () => Math.min(Number.POSITIVE_INFINITY, ...instants),
    advance: (now) => {
      for (const instant of instants.filter((candidate) => candidate <= now)) {
        instants.splice(instants.indexOf(instant), 1);
        onServed(instant, now);
      }
    },
    load: () => ({
      running: 0,
      waiting: 0,
      kvUsedTokens: 0,
      kvCapacityTokens: 0,
      preemptions: 0,
      prefixQueriedTokens: 0,
      prefixHitTokens: 0,
    }),
    clearPrefixCache: () => true,
  };
}

test.each([false, true])(
  'an earlier instant replaces the one that is waited for (precise: %s)',
  async (precise) => {
    const clock = startClock();
    const served: number[] = [];
    await new Promise<void>((resolve) => {
      const engine = instantsEngine((instant, now) => {
        expect(now).toBeGreaterThanOrEqual(instant);
        served.push(instant);
        if (served.length === 3) {
          driver.stop();
          resolve();
        }
      });
      const driver = driveEngine(engine, clock, precise);
      // An hour away, then near ones, one of which has passed already.
      engine.instants.push(3.6e9);
      driver.rearm();
      engine.instants.push(1, clock.now() + 4_000, clock.now() + 8_000);
      driver.rearm();
    });
    expect(served).toEqual([...served].sort((left, right) => left - right));
  },
);
