import { expect, test } from 'vitest';
import { firstState, nextState, type ResultRoom, type ResultState, settled } from './result-state.ts';

const at = (line: number) => ({ parts: [{ line, cell: null, from: 0, to: 3 }] });

/** Three pages of 100, 5 and 40 lines, ten of which are in sight; "gpu" stands in the first and in the last one. */
const room: ResultRoom = {
  height: 10,
  pages: 3,
  lines: (page) => [100, 5, 40][page] ?? 0,
  mostShift: (page) => [4, 0, 2][page] ?? 0,
  numbered: (number) => (number <= 2 ? number : null),
  matches: (page, query) => (query === 'gpu' ? ([[at(20), at(60)], [], [at(3)]][page] ?? []) : []),
  shiftFor: () => null,
};
const after = (state: ResultState, ...actions: readonly Parameters<typeof nextState>[1][]): ResultState =>
  actions.reduce((current, action) => nextState(current, action, room), state);

test('a page is scrolled by lines and by screens, and never beyond its ends', () => {
  expect(after(firstState, { kind: 'scroll', lines: -1 }).offset).toBe(0);
  expect(after(firstState, { kind: 'scroll', lines: 1 }, { kind: 'page', pages: 1 }).offset).toBe(10);
  expect(after(firstState, { kind: 'end', at: 'bottom' }).offset).toBe(90);
  expect(after(firstState, { kind: 'end', at: 'bottom' }, { kind: 'page', pages: 1 }).offset).toBe(90);
  expect(after(firstState, { kind: 'end', at: 'bottom' }, { kind: 'end', at: 'top' }).offset).toBe(0);
  expect(after({ ...firstState, page: 1 }, { kind: 'scroll', lines: 1 }).offset).toBe(0);
});

test('chapters are a ring, begin at their top, and a number without a chapter changes nothing', () => {
  const back = after({ ...firstState, offset: 30, shift: 2 }, { kind: 'turn', pages: -1 });
  expect(back).toMatchObject({ page: 2, offset: 0, shift: 0 });
  expect(after(back, { kind: 'turn', pages: 1 }).page).toBe(0);
  expect(after(firstState, { kind: 'number', number: 1 }).page).toBe(1);
  expect(after(firstState, { kind: 'number', number: 9 })).toEqual(firstState);
});

test('columns are scrolled as far as the widest table of the page goes', () => {
  const right = { kind: 'shift', columns: 1 } as const;
  expect(after(firstState, right, right, right, right, right, right).shift).toBe(4);
  expect(after(firstState, { kind: 'shift', columns: -1 }).shift).toBe(0);
});

test('a search goes on over all chapters and comes round again, forwards and backwards', () => {
  const next = { kind: 'next', by: 1 } as const;
  const found = after({ ...firstState, typing: ' gpu ' }, { kind: 'search' });
  expect(found).toMatchObject({ page: 0, match: 0, query: 'gpu', typing: null });
  expect(found.offset).toBeLessThanOrEqual(20);
  expect(found.offset + room.height).toBeGreaterThan(20);
  expect(after(found, next)).toMatchObject({ page: 0, match: 1 });
  expect(after(found, next, next)).toMatchObject({ page: 2, match: 0 });
  expect(after(found, next, next, next)).toMatchObject({ page: 0, match: 0 });
  expect(after(found, { kind: 'next', by: -1 })).toMatchObject({ page: 2, match: 0 });
});

test('a search begins at the line in sight, and one without a match stays where it is', () => {
  const later = after({ ...firstState, offset: 30, typing: 'gpu' }, { kind: 'search' });
  expect(later).toMatchObject({ page: 0, match: 1 });
  const none = after({ ...firstState, offset: 30, typing: 'tpu' }, { kind: 'search' });
  expect(none).toMatchObject({ page: 0, offset: 30, match: null, query: 'tpu' });
});

test('a smaller or larger terminal leaves the place inside the page', () => {
  expect(settled({ ...firstState, offset: 90, shift: 9 }, { ...room, height: 60 })).toMatchObject({
    offset: 40,
    shift: 4,
  });
});
