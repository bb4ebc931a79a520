import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { onTestFinished, vi } from 'vitest';
import type { Screen } from '../../app/screen.ts';
import type { TuiWorld } from '../../app/tui-world.ts';
import { browserScreen } from '../browser-screen.tsx';

/** The browser on a screen of a size, and a person in front of it. */
export function showBrowser(world: TuiWorld, [columns, rows]: readonly [number, number] = [80, 24]) {
  const opened: Screen[] = [];
  const taken: boolean[] = [];
  const navigation = { open: (screen: Screen) => void opened.push(screen), back: () => {}, leave: () => {} };
  const { View } = browserScreen;
  const takeKeys = (now: boolean): void => void taken.push(now);
  const screen = render(
    <View screen={{ kind: 'browser' }} {...{ world, navigation, columns, rows, takeKeys }} />,
  );
  onTestFinished(() => screen.unmount());
  const lines = (): readonly string[] =>
    stripVTControlCharacters(screen.lastFrame() ?? '')
      .split('\n')
      .map((line) => line.trimEnd());
  const text = (): string => lines().join('\n');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      screen.stdin.write(key);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const seen = (part: string): Promise<boolean> =>
    vi.waitUntil(() => text().includes(part), { timeout: 10_000 });
  return { lines, text, press, seen, opened, taken };
}

/** The name in each row that is seen, in the order of the rows. */
export const namesIn = (lines: readonly string[], names: readonly string[]): readonly string[] =>
  lines.slice(2, -4).flatMap((line) => names.find((name) => line.includes(name)) ?? []);
