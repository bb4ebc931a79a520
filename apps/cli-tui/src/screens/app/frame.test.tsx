import { stripVTControlCharacters } from 'node:util';
import { Text } from 'ink';
import { render } from 'ink-testing-library';
import { type ReactElement, useEffect, useState } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { browserWorld } from '../browser/testing/browser-world.ts';
import { useKeys } from '../parts/use-keys.ts';
import { Frame } from './frame.tsx';
import type { Screen } from './screen.ts';
import type { ScreenKind, ScreenProps } from './screen-kind.ts';
import type { ScreenLoaders } from './screen-loaders.ts';

const log: string[] = [];

/** Counts `+`, opens the browser with `o`, takes the keys with `t` and gives them back with Esc. */
function Home({ navigation, takeKeys }: ScreenProps<'home'>): ReactElement {
  const [count, setCount] = useState(0);
  useEffect(() => {
    log.push('home in sight');
    return () => void log.push('home out of sight');
  }, []);
  useKeys(({ letter, key }) => {
    if (letter === '+') setCount((value) => value + 1);
    if (letter === 'o') navigation.open({ kind: 'browser' });
    if (letter === 't') takeKeys(true);
    if (key.escape) takeKeys(false);
  });
  return <Text>home {count}</Text>;
}

const kind = <Kind extends Screen['kind']>(
  title: string,
  View: ScreenKind<Kind>['View'],
): ScreenKind<Kind> => ({
  title: () => title,
  keys: () => [{ key: 'o', does: `${title} opens` }],
  View,
});

const loaders: ScreenLoaders = {
  home: async () => kind('Start', Home),
  browser: async () => kind('긴 이름의 이력', () => <Text>the list</Text>),
  result: async () => ({ title: () => 'Result', keys: () => [], View: () => <Text>never</Text> }),
  compare: () => Promise.reject(new Error('its code is not there')),
  job: async () =>
    kind('Job', () => {
      throw new Error('the job screen broke');
    }),
};

function show(options: { first?: readonly Screen[]; columns?: number; rows?: number } = {}) {
  const { first = [{ kind: 'home' }], columns = 80, rows = 24 } = options;
  log.length = 0;
  const left: string[] = [];
  const world = browserWorld(() => Promise.reject(new Error('no history')));
  const leave = (how: string): void => void left.push(how);
  const suspend = (): void => void left.push('suspended');
  const screen = render(<Frame {...{ first, loaders, world, columns, rows, leave, suspend }} />);
  onTestFinished(() => screen.unmount());
  const text = (): string => stripVTControlCharacters(screen.lastFrame() ?? '');
  const seen = (part: string): Promise<boolean> =>
    vi.waitUntil(() => text().includes(part), { timeout: 10_000 });
  const press = (key: string): void => screen.stdin.write(key);
  return { text, seen, press, left };
}

test('a screen below another one keeps its state and loses its effects until it is on top again', async () => {
  const { seen, press } = show();
  await seen('home 0');
  press('+');
  await seen('home 1');
  press('o');
  await seen('the list');
  press('+');
  press('q');
  await seen('home 1');
  expect(log).toEqual(['home in sight', 'home out of sight', 'home in sight']);
});

test('the breadcrumb and the keys are those of the screen on top', async () => {
  const { seen, press, text } = show();
  await seen('home 0');
  expect(text().split('\n')[0]?.trimEnd()).toBe('kneepoint');
  expect(text()).toMatch(/o Start opens.*\? keys {2}q quit/);
  press('o');
  await seen('kneepoint › 긴 이름의 이력');
  expect(text()).toMatch(/opens.*\? keys {2}q back/);
});

test('? shows the keys of the screen below, and any key closes them', async () => {
  const { seen, press } = show();
  await seen('home 0');
  press('?');
  await seen('any key closes');
  await seen('ctrl-z');
  press('q');
  await seen('home 0');
});

test('q on the first screen leaves, Ctrl-C leaves from anywhere', async () => {
  const { seen, press, left } = show();
  await seen('home 0');
  press('o');
  await seen('the list');
  press('\u0003');
  press('q');
  await seen('home 0');
  press('q');
  expect(left).toEqual(['interrupted', 'done']);
});

test('a screen that holds the keys hears q and Esc alone; Ctrl-C and Ctrl-Z are still the frame’s', async () => {
  const { seen, press, left } = show();
  await seen('home 0');
  press('t');
  press('q');
  press('?');
  press('\u001a');
  press('\u0003');
  expect(left).toEqual(['suspended', 'interrupted']);
  press('+');
  await seen('home 1');
});

test('a screen that breaks says so in its place, and the way back is open', async () => {
  const { seen, press, left } = show({
    first: [{ kind: 'home' }, { kind: 'job', agentUrl: '', jobId: '', name: '' }],
  });
  await seen('the job screen broke');
  press('q');
  await seen('home 0');
  expect(left).toEqual([]);
});

test('a screen whose code cannot be loaded says so', async () => {
  const { seen } = show({ first: [{ kind: 'compare', sources: [] }] });
  await seen('its code is not there');
});

test('a result that cannot be read is said on its screen', async () => {
  const { seen } = show({ first: [{ kind: 'result', source: { from: 'file', path: 'x.json', name: 'x' } }] });
  await seen('no result is read here');
});

test('a terminal that is too small gets one line, and still leaves by Ctrl-C', async () => {
  const { seen, press, left, text } = show({ columns: 50, rows: 10 });
  await seen('Terminal too small');
  expect(
    text()
      .split('\n')
      .filter((line) => line.trim() !== ''),
  ).toHaveLength(1);
  press('\u0003');
  expect(left).toEqual(['interrupted']);
});
