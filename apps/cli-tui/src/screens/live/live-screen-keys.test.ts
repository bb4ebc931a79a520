import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import type { LiveRun } from '../../live/live-run.ts';
import type { LiveAction } from '../../live/screen-port.ts';
import { lookOf } from '../parts/look.ts';
import { LiveScreen } from './live-screen.tsx';
import { midComparison } from './testing/live-runs.ts';

const look = lookOf('en', { LANG: 'en_US.UTF-8' });

/** A live screen that can be pressed on; `text` is what stands on it. */
function opened(size = { columns: 60, rows: 20 }, framed = false) {
  const acts: LiveAction[] = [];
  const node = (run: LiveRun) =>
    createElement(LiveScreen, {
      run,
      size,
      look,
      framed,
      act: (action: LiveAction) => void acts.push(action),
    });
  const screen = render(node(midComparison));
  return {
    acts,
    press: (keys: string) => screen.stdin.write(keys),
    text: () => stripVTControlCharacters(screen.lastFrame() ?? ''),
    show: (run: LiveRun) => screen.rerender(node(run)),
  };
}

test('keys of the run go out as actions', async () => {
  const screen = opened();
  for (const [key, action] of [
    ['+', 'longer-window'],
    ['-', 'shorter-window'],
    ['a', 'whole-stage'],
    ['p', 'pause'],
    ['s', 'skip'],
    ['q', 'quit'],
    ['\u0003', 'quit'],
    ['\u001a', 'suspend'],
  ] as const) {
    screen.press(key);
    await expect.poll(() => screen.acts.at(-1)).toBe(action);
  }
  expect(screen.acts).toHaveLength(8);
});

test('s says what it did, for a few seconds of the run', async () => {
  const screen = opened();
  screen.press('s');
  await expect.poll(screen.text).toContain('Ending this stage; what it measured is kept as partial');
  screen.show({ ...midComparison, now: midComparison.now + 5000 });
  expect(screen.text()).not.toContain('Ending this stage');
});

test('tab goes through the panels that have no place, a page each, then to those that have one, and back', async () => {
  const screen = opened();
  expect(screen.text()).not.toContain('single-user');
  screen.press('\t');
  await expect.poll(screen.text).toContain('┏━ Plan ━');
  screen.press('\t');
  await expect.poll(screen.text).toContain('┏━ Scaling ━');
  screen.press('\u001b[Z');
  await expect.poll(screen.text).toContain('┏━ Plan ━');
  screen.press('\u001b');
  await expect.poll(screen.text).toContain('╭─ Stage ─');
  screen.press('\u001b[Z');
  await expect.poll(screen.text).toContain('┏━ Trust ━');
});

test('enter makes the panel in focus as large as the screen, and small again', async () => {
  const screen = opened({ columns: 96, rows: 40 });
  screen.press('\t');
  await expect.poll(screen.text).toContain('┏━ Stage ━');
  screen.press('\r');
  await expect.poll(screen.text).not.toContain('─ Plan ─');
  screen.press('\r');
  await expect.poll(screen.text).toContain('─ Plan ─');
});

test('? shows the keys until another one is pressed, and that one does nothing else', async () => {
  const screen = opened();
  screen.press('?');
  await expect.poll(screen.text).toContain('┏━ Keys ━');
  screen.press('s');
  await expect.poll(screen.text).not.toContain('┏━ Keys ━');
  expect(screen.acts).toEqual([]);
});

test('Ctrl-C is never swallowed by the help', async () => {
  const screen = opened();
  screen.press('?');
  await expect.poll(screen.text).toContain('┏━ Keys ━');
  screen.press('\u0003');
  await expect.poll(() => screen.acts).toEqual(['quit']);
});

test('draining says how many requests are left and what the next q does', () => {
  const screen = opened({ columns: 100, rows: 30 });
  screen.show({ ...midComparison, ending: 'draining' });
  expect(screen.text()).toContain('Draining 48 requests, then the result is written; q again to stop now');
  expect(screen.text()).toContain('q stop now');
});

test('inside a frame q, Esc and ? are left to it', async () => {
  const screen = opened({ columns: 80, rows: 22 }, true);
  screen.press('q');
  screen.press('?');
  screen.press('p');
  await expect.poll(() => screen.acts).toEqual(['pause']);
  expect(screen.text()).not.toContain('Keys');
});
