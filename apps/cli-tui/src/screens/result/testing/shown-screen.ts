import { stripVTControlCharacters } from 'node:util';
import { Box } from 'ink';
import { render } from 'ink-testing-library';
import { createElement, type ReactElement } from 'react';
import { onTestFinished, vi } from 'vitest';

/** A screen of a size, as a test reads and presses it. */
export type ShownScreen = {
  /** The lines without looks, blanks at their ends included. */
  lines(): readonly string[];
  text(): string;
  /** The last frame as it was written, looks included. */
  raw(): string;
  press(...keys: readonly string[]): Promise<void>;
  /** Until the screen shows the text. */
  until(text: string): Promise<void>;
};

/** Draws a component on a terminal of so many columns; it is taken down at the end of the test. */
export function shownScreen(tree: ReactElement, columns: number): ShownScreen {
  const screen = render(createElement(Box));
  onTestFinished(() => screen.unmount());
  Object.defineProperty(screen.stdout, 'columns', { value: columns });
  screen.stdout.emit('resize');
  screen.rerender(tree);
  const raw = (): string => screen.lastFrame() ?? '';
  const text = (): string => stripVTControlCharacters(raw());
  return {
    raw,
    text,
    lines: () => text().split('\n'),
    press: async (...keys) => {
      for (const key of keys) {
        screen.stdin.write(key);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    until: (wanted) =>
      vi.waitFor(
        () => {
          if (!text().includes(wanted)) throw new Error(`"${wanted}" is not in:\n${text()}`);
        },
        { timeout: 20_000 },
      ),
  };
}
