import { stripVTControlCharacters } from 'node:util';
import { displayWidth } from '@kneepoint/report';
import { renderToString } from 'ink';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import type { LiveRun } from '../../live/live-run.ts';
import type { MessageLanguage } from '../../words/message-language.ts';
import { lookOf } from '../parts/look.ts';
import { LiveScreen } from './live-screen.tsx';
import * as runs from './testing/live-runs.ts';

const fixtures: Readonly<Record<string, LiveRun>> = {
  start: runs.startOfRun,
  comparison: runs.midComparison,
  troubled: runs.troubledRun,
  capacity: runs.capacitySearch,
  disconnected: runs.disconnectedRun,
  'korean-names': runs.koreanRun,
  hostile: runs.hostileRun,
  draining: runs.drainingBench,
};
const looks = {
  en: lookOf('en', { LANG: 'en_US.UTF-8' }),
  ko: lookOf('ko', { LANG: 'ko_KR.UTF-8' }),
  zh: lookOf('zh', { LANG: 'zh_CN.UTF-8' }),
} as const;

/** The lines of a terminal of that size, without looks. */
function screen(
  run: LiveRun,
  [columns, rows]: readonly [number, number],
  look = looks.en,
): readonly string[] {
  const node = createElement(LiveScreen, { run, size: { columns, rows }, look, act: () => undefined });
  return stripVTControlCharacters(renderToString(node, { columns })).split('\n');
}

const cases = Object.keys(fixtures).flatMap((name) =>
  (['en', 'ko'] as const).map((language) => ({ name, language })),
);

test.each(cases)('the screen of $name in $language is as it was looked at', async ({ name, language }) => {
  const run = fixtures[name] ?? runs.startOfRun;
  const sizes = [
    [60, 20],
    [80, 24],
    [160, 50],
  ] as const;
  const text = sizes
    .map((size) => `${size.join('x')}\n${screen(run, size, looks[language]).join('\n')}\n`)
    .join('\n');
  await expect(text).toMatchFileSnapshot(`__fixtures__/${name}.${language}.txt`);
});

const allSizes = [
  [60, 20],
  [61, 21],
  [75, 60],
  [76, 22],
  [80, 24],
  [95, 33],
  [96, 29],
  [100, 30],
  [139, 20],
  [140, 40],
  [160, 50],
  [200, 60],
] as const;
const languages: readonly MessageLanguage[] = ['en', 'ko', 'zh'];

test.each(Object.entries(fixtures))(
  'no line of %s is wider than the terminal, and no picture higher',
  (_, run) => {
    for (const language of languages)
      for (const [columns, rows] of allSizes) {
        const lines = screen(run, [columns, rows], looks[language]);
        expect(lines.length).toBeLessThanOrEqual(rows);
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
      }
  },
);

test('every frame of a panel is closed at the same column, whatever the text in it', () => {
  for (const line of screen(runs.hostileRun, [80, 24]).slice(2, -1)) expect(displayWidth(line)).toBe(80);
  for (const line of screen(runs.koreanRun, [80, 24], looks.ko).slice(2, -1))
    expect(displayWidth(line)).toBe(80);
});

test('a terminal that is too small is told so in one line', () => {
  expect(screen(runs.midComparison, [59, 20])).toEqual([
    'Terminal too small: 59x20, needs 60x20. The work goes on.',
  ]);
  expect(screen(runs.midComparison, [160, 19])[0]).toContain('160x19');
  for (const size of [
    [10, 3],
    [1, 1],
  ] as const)
    for (const text of screen(runs.midComparison, size))
      expect(displayWidth(text)).toBeLessThanOrEqual(size[0]);
});

test('in a locale that is not UTF-8 the English screen is ASCII', () => {
  const look = lookOf('en', { LANG: 'C', TERM: 'xterm' });
  const text = screen(runs.midComparison, [160, 50], look).join('\n');
  expect(text.match(/[^\n\x20-\x7e]/g)).toBe(null);
  expect(text).toContain('A vllm');
});

test('NO_COLOR leaves the marks of verdicts, targets and the running stage', () => {
  const look = lookOf('en', { LANG: 'en_US.UTF-8', NO_COLOR: '1' });
  const node = createElement(LiveScreen, {
    run: runs.midComparison,
    size: { columns: 80, rows: 24 },
    look,
    act: () => undefined,
  });
  const text = renderToString(node, { columns: 80 });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for.
  expect(text.match(/\u001b\[[0-9;]*3[0-7][0-9;]*m/g)).toBe(null);
  expect(stripVTControlCharacters(text)).toContain('✓▶·');
});

test('inside a frame the line of keys is left to the frame', () => {
  const node = createElement(LiveScreen, {
    run: runs.midComparison,
    size: { columns: 80, rows: 22 },
    look: looks.en,
    act: () => undefined,
    framed: true,
  });
  const lines = renderToString(node, { columns: 80 }).split('\n');
  expect(lines).toHaveLength(22);
  expect(lines.at(-1)).not.toContain('help');
});
