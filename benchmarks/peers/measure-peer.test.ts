import { expect, test } from 'vitest';
import { tidy } from './measure-peer.ts';

test('a reason names no folder of this machine and keeps to one line', () => {
  expect(tidy("cannot open '/home/someone/.cache/x.json'\n see https://example.org/a/b")).toBe(
    "cannot open '(a path)' see https://example.org/a/b",
  );
});
