import { stripVTControlCharacters } from 'node:util';
import { displayWidth } from '@kneepoint/report';
import { expect, test } from 'vitest';
import type { MessageLanguage } from '../../words/message-language.ts';
import { lookOf } from '../parts/look.ts';
import { ResultView, type ResultViewOptions } from './result-view.tsx';
import { exampleResult, hardResults } from './testing/example-results.ts';
import { type ShownScreen, shownScreen } from './testing/shown-screen.ts';

const sizes = [
  [60, 18],
  [80, 22],
  [160, 48],
] as const;
const lastChapter = { en: 'Appendix', ko: '부록', zh: '附录' } as const;
const [down, up, right, pageDown, pageUp, home, end, tab, shiftTab, giveUp] = [
  '\u001b[B',
  '\u001b[A',
  '\u001b[C',
  '\u001b[6~',
  '\u001b[5~',
  '\u001b[H',
  '\u001b[F',
  '\t',
  '\u001b[Z',
  '\u001b',
];

type Changes = Partial<ResultViewOptions> & { readonly language?: MessageLanguage };

async function shown(
  [columns, rows]: readonly [number, number],
  changes: Changes = {},
): Promise<ShownScreen> {
  const language = changes.language ?? 'en';
  return shownScreen(
    <ResultView
      result={changes.result ?? (await exampleResult('vllm-vs-sglang-cpu'))}
      columns={columns}
      rows={rows}
      look={lookOf(language, { LANG: 'en_US.UTF-8' })}
      takeKeys={changes.takeKeys ?? (() => {})}
      writeReport={changes.writeReport ?? (async () => ({ folder: 'out/run', names: ['report.en.md'] }))}
    />,
    columns,
  );
}

async function opened(size: readonly [number, number], changes: Changes = {}): Promise<ShownScreen> {
  const [columns] = size;
  const language = changes.language ?? 'en';
  const screen = await shown(size, changes);
  // All chapters are there once there are fourteen of them.
  await screen.until(columns < 80 ? '1/14' : lastChapter[language]);
  return screen;
}

test('a key that leads to a chapter waits until there are chapters', async () => {
  const screen = await shown([160, 48]);
  await screen.press('3');
  await screen.until('▶ 3. Performance');
});

test.each(sizes)(
  'at %ix%i it fills its room exactly, in every language and every chapter',
  async (columns, rows) => {
    for (const language of ['en', 'ko', 'zh'] as const) {
      const screen = await opened([columns, rows], { language });
      for (let chapter = 0; chapter < 14; chapter++) {
        expect(screen.lines()).toHaveLength(rows);
        for (const line of screen.lines()) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        await screen.press(tab);
      }
    }
  },
);

test('the first page says what was measured, the verdicts, every stage and what cannot be trusted', async () => {
  const screen = await opened([160, 80]);
  const text = screen.text();
  for (const part of [
    'What was measured',
    '16 stages of 2 targets.',
    'The answer',
    'Stages',
    'What cannot be trusted, and why',
  ])
    expect(text).toContain(part);
  expect(text).toMatch(/16 users: vllm 324 tok\/s and sglang 195 tok\/s; vllm serves 1\.66x/);
  expect(text.match(/[✓!] (?:vllm|sglang) /g)?.length).toBeGreaterThanOrEqual(16);
  expect(text).toContain('! suspect (');
});

test('the list of chapters says how much was found and how much is in doubt; below 80 columns it is one line', async () => {
  expect((await opened([80, 22])).text()).toMatch(/Summary +5 !5/);
  const [first, second] = (await opened([60, 18])).lines();
  expect(first).toMatch(/^1\/14 Overview +3 !4$/);
  expect(second).toContain('Inference server benchmark');
});

test('tab, shift-tab and numbers choose the chapter', async () => {
  const screen = await opened([60, 18]);
  await screen.press(tab);
  expect(screen.text()).toContain('2/14 Summary');
  await screen.press(shiftTab, shiftTab);
  expect(screen.text()).toContain('14/14 Appendix');
  await screen.press('6');
  expect(screen.text()).toContain('8/14 6. Scaling');
  await screen.press('0');
  expect(screen.text()).toContain('1/14 Overview');
});

test('arrows, pages, Home and End scroll, and the place is told', async () => {
  const screen = await opened([80, 22]);
  const place = (): string => /lines (\d+-\d+ of \d+)/.exec(screen.text())?.[1] ?? '';
  const [first = ''] = [place()];
  expect(first).toMatch(/^1-21 of/);
  await screen.press(down, 'j');
  expect(place()).toMatch(/^3-23/);
  await screen.press(up, 'k', up);
  expect(place()).toBe(first);
  await screen.press(pageDown);
  expect(place()).toMatch(/^21-41/);
  await screen.press(pageUp);
  expect(place()).toBe(first);
  await screen.press(' ', 'b', end);
  const [, last, all] = /-(\d+) of (\d+)/.exec(place()) ?? [];
  expect(last).toBe(all);
  await screen.press(home, 'G');
  expect(place()).toContain(`-${all} of ${all}`);
  await screen.press('g');
  expect(place()).toBe(first);
});

test('a wide table is scrolled sideways and keeps its first column', async () => {
  const screen = await opened([60, 18]);
  expect(screen.text()).toContain('columns 2 to ');
  expect(screen.text()).not.toContain('http://127.0.0.1:8001');
  await screen.press(right, right, right);
  expect(screen.text()).toContain('http://127.0.0.1:8001');
  expect(screen.text()).toContain('sglang');
  await screen.press('\u001b[D', '\u001b[D', '\u001b[D');
  expect(screen.text()).not.toContain('http://127.0.0.1:8001');
});

test('a search shows what it found in reverse, goes on with n and back with N, and Esc gives it up', async () => {
  const taken: boolean[] = [];
  const screen = await opened([80, 22], { takeKeys: (isTaken) => taken.push(isTaken) });
  await screen.press('/', 'q');
  expect(screen.text()).toContain('Search: q');
  expect(taken.at(-1)).toBe(true);
  await screen.press('\u007f', 'Saturation', '\r');
  expect(taken.at(-1)).toBe(false);
  expect(screen.text()).toMatch(/"Saturation": 1 of \d+/);
  const inReverse = screen
    .raw()
    .split('\u001b[7m')
    .slice(1)
    .map((rest) => rest.split('\u001b[27m')[0] ?? '');
  expect(inReverse.map((text) => stripVTControlCharacters(text).toLowerCase())).toContain('saturation');
  const place = (): string => screen.text();
  const first = place();
  await screen.press('n');
  expect(place()).not.toBe(first);
  await screen.press('N');
  expect(place()).toBe(first);
  await screen.press('/', 'x', giveUp);
  await screen.until('"Saturation"');
  await screen.press('/', 'qqq', '\r');
  expect(screen.text()).toContain('"qqq" is nowhere in this result');
});

test('keys that arrive at once are a search all the same', async () => {
  const screen = await opened([80, 22]);
  await screen.press('/suspect\r');
  expect(screen.text()).toMatch(/"suspect": 1 of/);
});

test('l turns to the next language at once, for the words and for the report', async () => {
  const screen = await opened([80, 22]);
  await screen.press('6', 'l');
  expect(screen.text()).toContain('6. 동시성 확장성');
  expect(screen.text()).toContain('한눈에 보기');
  await screen.press('l');
  expect(screen.text()).toContain('6. 并发扩展性');
  await screen.press('l');
  expect(screen.text()).toContain('6. Scaling');
});

test('e writes the report in the language in sight and says where, or why not', async () => {
  const asked: string[] = [];
  const screen = await opened([80, 22], {
    writeReport: async (language) => {
      asked.push(language);
      if (asked.length > 1) throw new Error('the folder out cannot be made');
      return { folder: 'out/run', names: ['report.ko.md', 'report.html'] };
    },
  });
  await screen.press('l', 'e');
  await screen.until('out/run 폴더에 저장했습니다: report.ko.md, report.html');
  await screen.press('e');
  await screen.until('보고서를 저장하지 못했습니다: the folder out cannot be made');
  expect(asked).toEqual(['ko', 'ko']);
});

test('results that are hard to show are shown, and no line breaks out of its room', async () => {
  for (const [name, result] of Object.entries(hardResults())) {
    const screen = shownScreen(
      <ResultView
        result={result}
        columns={60}
        rows={18}
        look={lookOf('ko', {})}
        takeKeys={() => {}}
        writeReport={async () => ({ folder: '', names: [] })}
      />,
      60,
    );
    await screen.until('1/1');
    for (let page = 0; page < 14; page++) {
      for (const line of screen.lines()) expect(displayWidth(line), name).toBeLessThanOrEqual(60);
      await screen.press(tab);
    }
  }
});
