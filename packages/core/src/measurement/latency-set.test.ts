import { expect, test } from 'vitest';
import { LatencySet } from './latency-set.ts';

const summary = (set: LatencySet) => ({
  chunkGap: [set.chunkGap.count, set.chunkGap.sum],
  tokenGap: [set.tokenGap.count, set.tokenGap.sum],
});

test('a gap of one token is a chunk gap and a token gap', () => {
  const set = new LatencySet();
  set.recordGap(100, 1, 100);
  expect(summary(set)).toEqual({ chunkGap: [1, 100], tokenGap: [1, 100] });
});

test('a gap of four tokens is one chunk gap and four token gaps of a quarter each', () => {
  const set = new LatencySet();
  set.recordGap(100, 4, 100);
  expect(summary(set)).toEqual({ chunkGap: [1, 100], tokenGap: [4, 100] });
});

test('a gap of unknown tokens is a chunk gap alone: events are not tokens', () => {
  const set = new LatencySet();
  set.recordGap(100, -1, -1);
  expect(summary(set)).toEqual({ chunkGap: [1, 100], tokenGap: [0, 0] });
});

test('tokens that were counted late share the whole time since the last count', () => {
  const set = new LatencySet();
  set.recordGap(40, 0, -1);
  set.recordGap(60, 2, 100);
  expect(summary(set)).toEqual({ chunkGap: [2, 100], tokenGap: [2, 100] });
});

test('merged sets hold the records of both', () => {
  const left = new LatencySet();
  const right = new LatencySet();
  left.recordGap(100, 1, 100);
  right.recordGap(30, 3, 30);
  right.recordGap(7, -1, -1);
  left.merge(right);
  expect(summary(left)).toEqual({ chunkGap: [3, 137], tokenGap: [4, 130] });
});
