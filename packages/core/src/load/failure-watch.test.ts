import { expect, test } from 'vitest';
import { FailureWatch } from './failure-watch.ts';

const patience = 1000;
const completed = { status: 'completed', unreachable: false, timedOut: false } as const;
const failed = { status: 'failed', unreachable: false, timedOut: false } as const;
const lost = { status: 'failed', unreachable: true, timedOut: false } as const;
const cut = { status: 'cut', unreachable: false, timedOut: false } as const;

/** After how many of these ends in a row the watch gives up, and why. */
function givesUp(watch: FailureWatch, end: typeof completed | typeof failed | typeof lost | typeof cut) {
  for (let count = 1; count <= 1000; count++) {
    const reason = watch.take(end, 0);
    if (reason !== null) return [count, reason];
  }
  return null;
}

test('a server that failed every request so far is given up', () => {
  expect(givesUp(new FailureWatch(4, patience, 0), failed)).toEqual([20, 'every-request-failed']);
  expect(givesUp(new FailureWatch(64, patience, 0), failed)).toEqual([64, 'every-request-failed']);
});

test('a server that answered once may fail as often as it likes, as long as it is there', () => {
  const watch = new FailureWatch(4, patience, 0);
  watch.take(completed, 0);
  expect(givesUp(watch, failed)).toBeNull();
});

test('a target that cannot be reached is given up even after good answers', () => {
  const watch = new FailureWatch(4, patience, 0);
  watch.take(completed, 0);
  expect(givesUp(watch, lost)).toEqual([20, 'target-unreachable']);
});

test('one failure of another kind, or one answer, breaks the row', () => {
  const watch = new FailureWatch(4, patience, 0);
  watch.take(completed, 0);
  for (let count = 0; count < 19; count++) watch.take(lost, 0);
  watch.take(failed, 0);
  expect(givesUp(watch, lost)).toEqual([20, 'target-unreachable']);
});

test('requests that we cut ourselves are no failures', () => {
  expect(givesUp(new FailureWatch(4, patience, 0), cut)).toBeNull();
});

const timedOut = { status: 'failed', unreachable: false, timedOut: true } as const;

test('a server from which nothing came within the time of one request is given up', () => {
  const watch = new FailureWatch(4, patience, 500);
  expect(watch.take(timedOut, 1499)).toBeNull();
  expect(watch.take(timedOut, 1500)).toBe('target-unreachable');
});

test('a server that answered is given up when only time-outs came for twice that time', () => {
  const watch = new FailureWatch(4, patience, 0);
  watch.take(completed, 300);
  expect(watch.take(timedOut, 2299)).toBeNull();
  watch.take(failed, 2299);
  expect(watch.take(timedOut, 4298)).toBeNull();
  expect(watch.take(timedOut, 4299)).toBe('target-unreachable');
});
