import { displayWidth } from '@kneepoint/report';
import { expect, test } from 'vitest';
import { browserWorld, historyOf, type StoredSample } from './testing/browser-world.ts';
import { namesIn, showBrowser } from './testing/shown-browser.tsx';

const down = '\u001b[B';
const right = '\u001b[C';
const samples: readonly StoredSample[] = [
  { id: 'aaa-1', name: 'qwen nightly', hours: 1, target: 'vllm' },
  { id: 'bbb-2', name: '야간 측정 큐웬 아주 긴 이름의 실험 결과입니다', hours: 30, target: 'sglang' },
  { id: 'ccc-3', name: '夜间基准测试', hours: 24 * 40, target: '서버' },
];
const names = ['qwen nightly', '야간', '夜间'];

async function shown(size: readonly [number, number] = [80, 24], runs = samples) {
  const store = historyOf(runs);
  const screen = showBrowser(
    browserWorld(async () => store),
    size,
  );
  await screen.seen(runs.length === 0 ? 'No run is stored' : 'trust');
  return { ...screen, store, names: () => namesIn(screen.lines(), names) };
}

test.each([
  [60, 20],
  [80, 24],
  [160, 50],
] as const)('at %ix%i no line is wider than the screen, in any mode', async (columns, rows) => {
  const { press, lines, text } = await shown([columns, rows]);
  for (const keys of [[down], ['/', '야'], ['\r', 'f'], [right, 'q'], ['x', ' ', 'd']]) {
    await press(...keys);
    expect(lines().length).toBeLessThanOrEqual(rows);
    for (const line of lines()) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  }
  expect(text()).toContain('Delete');
});

test('the newest run is first; the selected one has a mark, and its facts stand below', async () => {
  const { names: seen, press, text } = await shown();
  expect(seen()).toEqual(names);
  await press(down);
  expect(text()).toMatch(/▶ {2}2026-11-23 06:00 {2}야간/);
  expect(text()).toContain('bbb-2');
});

test('a search narrows the list with each key, Enter keeps it and Esc brings the one before back', async () => {
  const { names: seen, press, text, seen: drawn } = await shown();
  await press('/', '야');
  expect(seen()).toEqual(['야간']);
  await press('\u007f', 'NIGHTLY');
  expect(seen()).toEqual(['qwen nightly']);
  await press('\r', '/', 'zzz');
  expect(text()).toContain('No stored run matches.');
  // Ink waits a moment after an escape: it may begin a longer key.
  await press('\u001b');
  await drawn('"NIGHTLY"');
  await press('x');
  expect(seen()).toEqual(names);
});

test('a search finds a target and the beginning of an id', async () => {
  const { names: seen, press } = await shown();
  await press('/', 'sglang');
  expect(seen()).toEqual(['야간']);
  await press('\u0015', 'ccc');
  expect(seen()).toEqual(['夜间']);
});

test('keys that are commands are text while a search is typed, and the screen holds all keys', async () => {
  const { press, text, taken, opened } = await shown();
  await press('/', 'q', 'd', '?', ' ', 'c');
  expect(text()).toContain('/ qd? c');
  expect(taken.at(-1)).toBe(true);
  await press('\r');
  expect(taken.at(-1)).toBe(false);
  expect(opened).toEqual([]);
});

test('f filters by trust, target and age', async () => {
  const { names: seen, press, text } = await shown();
  await press('f', down, down, right);
  expect(text()).toContain('< 24 hours >');
  expect(seen()).toEqual(['qwen nightly']);
  await press(right, right);
  expect(seen()).toEqual(['qwen nightly', '야간']);
  await press('x', '\u001b[A', right);
  expect(seen()).toEqual(['야간']);
  await press('\r');
  expect(text()).toContain('·  sglang  ·');
});

test('s orders by the next column and S turns the order', async () => {
  const { names: seen, press, text } = await shown();
  await press('s');
  expect(text()).toContain('name↑');
  expect(seen()).toEqual(['qwen nightly', '夜间', '야간']);
  await press('S');
  expect(text()).toContain('name↓');
  expect(seen()).toEqual(['야간', '夜间', 'qwen nightly']);
});

test('Enter opens the selected run', async () => {
  const { press, opened } = await shown();
  await press(down, '\r');
  expect(opened).toEqual([
    { kind: 'result', source: { from: 'history', id: 'bbb-2', name: samples[1]?.name } },
  ]);
});

test('space marks and c compares what is marked, in the order of the marks', async () => {
  const { press, opened, text } = await shown();
  await press('c');
  expect(text()).toContain('Mark two or more');
  await press('\u001b[F', ' ', '\u001b[H', ' ', 'c');
  expect(opened).toMatchObject([{ kind: 'compare', sources: [{ id: 'ccc-3' }, { id: 'aaa-1' }] }]);
  expect(text()).toContain('2 marked');
});

test('d deletes after y alone, and the selection stays in the list', async () => {
  const { press, text, store, names: seen } = await shown();
  await press('\u001b[F', 'd');
  expect(text()).toContain('Delete "夜间基准测试"');
  await press('n');
  expect(store.count()).toBe(3);
  await press('d', 'y');
  expect(store.count()).toBe(2);
  expect(seen()).toEqual(['qwen nightly', '야간']);
  expect(text()).toContain('1 run deleted.');
  expect(text()).toContain('2 of 2');
});

test('d with marks asks about all of them', async () => {
  const { press, text, store } = await shown();
  await press(' ', ' ', 'd');
  expect(text()).toContain('Delete 2 marked runs');
  await press('y');
  expect(store.list().map((run) => run.id)).toEqual(['ccc-3']);
});

test('r reads again what other commands stored, and the same run stays selected', async () => {
  const { press, store, seen, text } = await shown();
  await press(down);
  const newer = historyOf([{ id: 'ddd-4', name: 'newest', hours: 0 }]).get('ddd-4');
  if (newer === null) throw new Error('the sample is not stored');
  store.save(newer.result, '');
  await press('r');
  await seen('Read again.');
  expect(text()).toContain('newest');
  expect(text()).toContain('3 of 4');
});

test('keys of a Korean keyboard are the commands of their places', async () => {
  const { press, text } = await shown();
  await press('ㄹ');
  expect(text()).toContain('Filter');
});

test('an empty history says how to begin, and no key breaks it', async () => {
  const { press, text, opened } = await shown([60, 20], []);
  await press(down, '\r', ' ', 'c', 'd', '\u001b[6~', '\u001b[F');
  expect(text()).toContain('kneepoint bench URL');
  expect(opened).toEqual([]);
});

test('a history that cannot be opened is said, and r tries again', async () => {
  const store = historyOf(samples);
  let isBroken = true;
  const screen = showBrowser(
    browserWorld(async () => {
      if (isBroken) throw new Error('the disk is gone');
      return store;
    }),
  );
  await screen.seen('the disk is gone');
  isBroken = false;
  await screen.press('r');
  await screen.seen('qwen nightly');
});

test('a history that goes away in the middle is said instead of ending the program', async () => {
  const { press, store, seen } = await shown();
  store.close();
  await press('s');
  await seen('The history cannot be read');
});
