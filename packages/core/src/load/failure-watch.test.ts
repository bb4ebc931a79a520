import { expect, test } from 'vitest';
import { FailureWatch } from './failure-watch.ts';

const completed = { status: 'completed', unreachable: false } as const;
const failed = { status: 'failed', unreachable: false } as const;
const lost = { status: 'failed', unreachable: true } as const;
const cut = { status: 'cut', unreachable: false } as const;

/** After how many of these ends in a row the watch gives up, and why. */
function givesUp(watch: FailureWatch, end: typeof completed | typeof failed | typeof lost | typeof cut) {
  for (let count = 1; count <= 1000; count++) {
    const reason = watch.take(end);
    if (reason !== null) return [count, reason];
  }
  return null;
}

test('a server that failed every request so far is given up', () => {
  expect(givesUp(new FailureWatch(4), failed)).toEqual([20, 'every-request-failed']);
  expect(givesUp(new FailureWatch(64), failed)).toEqual([64, 'every-request-failed']);
});

test('a server that answered once may fail as often as it likes, as long as it is there', () => {
  const watch = new FailureWatch(4);
  watch.take(completed);
  expect(givesUp(watch, failed)).toBeNull();
});

test('a target that cannot be reached is given up even after good answers', () => {
  const watch = new FailureWatch(4);
  watch.take(completed);
  expect(givesUp(watch, lost)).toEqual([20, 'target-unreachable']);
});

test('one failure of another kind, or one answer, breaks the row', () => {
  const watch = new FailureWatch(4);
  watch.take(completed);
  for (let count = 0; count < 19; count++) watch.take(lost);
  watch.take(failed);
  expect(givesUp(watch, lost)).toEqual([20, 'target-unreachable']);
});

test('requests that we cut ourselves are no failures', () => {
  expect(givesUp(new FailureWatch(4), cut)).toBeNull();
});
