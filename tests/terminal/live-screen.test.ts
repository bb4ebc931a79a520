import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { displayWidth } from '../../packages/report/src/index.ts';
import { readResult } from '../support/read-result.ts';
import { kneepointPath, newFolder } from '../support/run-kneepoint.ts';
import { type Simulator, startSimulator } from '../support/start-simulator.ts';
import type { TerminalSession } from '../support/terminal.ts';
import { openTerminal } from './open-terminal.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal');
});
afterAll(() => simulator.close());

const korean = { LANG: 'ko_KR.UTF-8' } as const;
const longBench = (): string[] => ['bench', simulator.url, '--users', '4', '--duration', '120s'];

/** No frame wraps: each line of a screen is within its columns, and boxes close where they should. */
function isWholeFrame(session: TerminalSession, columns: number): boolean {
  const lines = session.lines();
  const corners = (corner: string): number => lines.join('').split(corner).length;
  return (
    lines.every((line) => displayWidth(line) <= columns) &&
    corners('╭') > 1 &&
    ['╮', '╰', '╯'].every((corner) => corners(corner) === corners('╭'))
  );
}

/** A frame may be caught half drawn; one that is broken stays so. */
const expectWholeFrame = (session: TerminalSession, columns: number): Promise<void> =>
  session.until(() => isWholeFrame(session, columns), `a whole frame of ${columns} columns`);

/** The terminal is as it was: the normal screen, the cursor seen, and what was measured printed on it. */
function expectRestored(session: TerminalSession): void {
  expect(session.isAlternate).toBe(false);
  expect(session.bytes.lastIndexOf('\u001b[?25h')).toBeGreaterThan(session.bytes.lastIndexOf('\u001b[?25l'));
}

test.each([
  [60, 20],
  [80, 24],
  [160, 50],
])('a bench of %i x %i shows its stage, and leaves its table on the normal screen', async (columns, rows) => {
  const output = join(newFolder(), 'result.json');
  const session = openTerminal(
    ['bench', simulator.url, '--users', '2,4', '--duration', '3s', '--output', output],
    { columns, rows },
  );
  await session.shows('tok/s');
  await session.shows(/stage 2 of 2/);
  expect(session.isAlternate).toBe(true);
  await expectWholeFrame(session, columns);
  await session.ended;
  expectRestored(session);
  expect(session.scrollback()).toContain('4 users: ');
  expect(readResult(output).stages).toHaveLength(2);
});

test.each([
  [60, 20],
  [80, 24],
  [160, 50],
])('in Korean no line of %i x %i is broken by a wide character', async (columns, rows) => {
  const session = openTerminal(longBench(), { columns, rows, environment: korean });
  await session.shows('측정 중');
  await session.shows(/[1-9][0-9,]* tok\/s/);
  await expectWholeFrame(session, columns);
  session.press('q');
  session.press('q');
  await session.ended;
  expectRestored(session);
});

test('a terminal that changes its size is drawn anew, down to one line that says it is too small', async () => {
  const session = openTerminal(longBench(), { columns: 160, rows: 50 });
  await session.shows('measuring');
  session.resize(60, 20);
  await session.shows('q stop');
  await expectWholeFrame(session, 60);
  session.resize(40, 10);
  await session.shows('too small');
  session.resize(100, 30);
  await session.shows('q stop');
  await expectWholeFrame(session, 100);
  session.press('qq');
  await session.ended;
  expectRestored(session);
});

test('q drains and keeps what was measured, with exit code 130', async () => {
  const output = join(newFolder(), 'result.json');
  const session = openTerminal([...longBench(), '--output', output]);
  await session.shows(/[1-9][0-9]* done/);
  session.press('q');
  expect(await session.ended).toMatchObject({ code: 130 });
  expectRestored(session);
  expect(readResult(output).stages[0]).toMatchObject({ status: 'partial', counts: { cut: 0 } });
});

test('Ctrl-C twice stops now, and still writes', async () => {
  const output = join(newFolder(), 'result.json');
  const session = openTerminal([...longBench(), '--output-tokens', '4000', '--output', output]);
  await session.shows('in flight 4 of 4');
  session.press('\u0003');
  await session.shows('q again to stop now');
  session.press('\u0003');
  expect(await session.ended).toMatchObject({ code: 130 });
  expectRestored(session);
  expect(readResult(output).exit?.code).toBe(130);
});

test('SIGTERM restores the terminal and keeps what was measured', async () => {
  const output = join(newFolder(), 'result.json');
  const session = openTerminal([...longBench(), '--output', output]);
  await session.shows(/[1-9][0-9]* done/);
  session.signal('SIGTERM');
  expect(await session.ended).toMatchObject({ code: 130 });
  expectRestored(session);
  expect(readResult(output).exit?.code).toBe(130);
});

test('p waits between two stages until p again, and s ends a stage', async () => {
  const output = join(newFolder(), 'result.json');
  const session = openTerminal(
    ['bench', simulator.url, '--users', '2,3', '--duration', '60s', '--output', output],
    { columns: 100, rows: 30 },
  );
  await session.shows(/[1-9][0-9]* done/);
  session.press('p');
  await session.shows('p takes that back');
  session.press('s');
  await session.shows('Paused between stages');
  expect(readResult(output).stages).toHaveLength(1);
  session.press('p');
  await session.shows('stage 2 of 2');
  await session.shows('3 users');
  session.press('s');
  await session.ended;
  expectRestored(session);
  const result = readResult(output);
  expect(result.stages.map(({ status }) => status)).toEqual(['partial', 'partial']);
  expect(result.stages.map(({ statusReason }) => statusReason)).toEqual([
    expect.stringContaining('skipped'),
    expect.stringContaining('skipped'),
  ]);
});

test('the keys are shown by ?, the window changes with + - and a, and tab walks through the panels', async () => {
  const session = openTerminal(longBench());
  await session.shows('last 10 s');
  await session.rests();
  session.press('+');
  await session.shows('last 30 s');
  session.press('a');
  await session.shows('whole stage');
  session.press('-');
  await session.shows('last 60 s');
  session.press('?');
  await session.shows('any key closes this');
  await session.rests();
  session.press('?');
  await session.until(() => !session.text().includes('any key closes this'), 'the keys to go');
  session.press('qq');
  await session.ended;
  expectRestored(session);
});

test('with stdout in a file the screen still shows, and the file holds the result alone', async () => {
  const folder = newFolder();
  const session = openTerminal(
    [
      '-c',
      `"$0" "$1" bench ${simulator.url} --users 2 --requests 4 --json > out.json`,
      process.execPath,
      kneepointPath,
    ],
    { program: 'bash', directory: folder },
  );
  await session.until(() => session.isAlternate, 'the live screen');
  await session.ended;
  expectRestored(session);
  expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({
    schema: 'kneepoint.result/1',
  });
});

test('NO_COLOR leaves the screen without a colour', async () => {
  const session = openTerminal(longBench(), { environment: { NO_COLOR: '1' } });
  await session.shows('measuring');
  session.press('qq');
  await session.ended;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
  expect(session.bytes).not.toMatch(/\u001b\[(3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)[;m]/);
});
