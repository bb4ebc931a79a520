import { expect, test } from 'vitest';
import { liveLayout } from './live-layout.ts';

const names = (columns: number, rows: number, has = true): readonly string[] =>
  liveLayout({ columns, rows }, { isBefore: false, hasContent: () => has }).map((row) =>
    row.panels.map((panel) => panel.name).join(' '),
  );

test('rows fill the height exactly and panels the width, at every size', () => {
  for (let columns = 60; columns <= 200; columns += 7)
    for (let rows = 17; rows <= 57; rows++)
      for (const has of [true, false]) {
        const layout = liveLayout({ columns, rows }, { isBefore: rows % 5 === 0, hasContent: () => has });
        expect(layout.reduce((sum, row) => sum + row.height, 0)).toBe(rows);
        for (const row of layout)
          expect(row.panels.reduce((sum, panel) => sum + panel.width, 0)).toBe(columns);
      }
});

test('what matters most stays where there is little room', () => {
  expect(names(60, 17)).toEqual(['stage', 'latency', 'trust']);
  expect(names(80, 21)).toEqual(['stage', 'latency', 'plan trust']);
  expect(names(100, 27)).toEqual(['stage trust', 'latency', 'plan chart']);
  expect(names(160, 47)).toEqual(['stage trust errors', 'latency', 'plan chart', 'server gpus log']);
});

test('panels without data take no room where room is scarce, and say why where it is not', () => {
  expect(names(80, 60, false)).not.toContain('server gpus');
  expect(names(160, 47, false)).toContain('server gpus log');
});

test('before the first stage the log has the room, because servers may take minutes to start', () => {
  const layout = liveLayout({ columns: 60, rows: 17 }, { isBefore: true, hasContent: () => false });
  expect(layout.map((row) => row.panels.map((panel) => panel.name).join(' '))).toEqual(['stage', 'log']);
});
