import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFolder, type RunningKneepoint, runKneepoint, startKneepoint } from '../support/run-kneepoint.ts';
import { type Simulator, startSimulator } from '../support/start-simulator.ts';
import type { TerminalOptions, TerminalSession } from '../support/terminal.ts';
import { openTerminal } from './open-terminal.ts';

/** A home with two stored runs of the simulated server, made once. */
const home = newFolder();
const environment = { HOME: home, XDG_DATA_HOME: join(home, 'data') } as const;
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal');
  for (const users of ['1,2', '1,2,4'])
    await runKneepoint(['bench', simulator.url, '--users', users, '--duration', '2s', '--quiet'], {
      environment,
    });
});
afterAll(() => simulator.close());

const open = (words: readonly string[] = [], options: TerminalOptions = {}): TerminalSession =>
  openTerminal(['tui', ...words], {
    columns: 100,
    rows: 30,
    ...options,
    environment: { ...environment, ...options.environment },
  });

/** A screen hears keys a moment after it is drawn: nobody is as quick as a test. */
async function pressAtRest(session: TerminalSession, keys: string): Promise<void> {
  await session.rests();
  session.press(keys);
}

async function leave(session: TerminalSession): Promise<void> {
  await pressAtRest(session, '\u0003');
  expect(await session.ended).toMatchObject({ code: 130 });
  expect(session.isAlternate).toBe(false);
  expect(session.bytes.lastIndexOf('\u001b[?25h')).toBeGreaterThan(session.bytes.lastIndexOf('\u001b[?25l'));
}

test.each([
  [60, 20],
  [80, 24],
  [160, 50],
])('the history opens a result and its chapters at %i x %i', async (columns, rows) => {
  const session = open([], { columns, rows });
  await session.shows('Newest results');
  await pressAtRest(session, 'h');
  await session.shows('2 results');
  await pressAtRest(session, '\r');
  await session.shows('What was measured');
  await pressAtRest(session, '\t');
  await session.shows('Summary');
  await pressAtRest(session, 'q');
  await session.shows('2 results');
  await leave(session);
});

test('a search narrows the list, and two marked results are compared', async () => {
  const session = open();
  await session.shows('Newest results');
  await pressAtRest(session, 'h');
  await session.shows('2 results');
  await pressAtRest(session, '/');
  await pressAtRest(session, 'no such run');
  await session.shows('No stored run matches');
  await pressAtRest(session, '\u001b');
  await session.shows('2 results');
  await pressAtRest(session, ' ');
  await pressAtRest(session, 'j');
  await pressAtRest(session, ' ');
  await session.shows('2 marked');
  await pressAtRest(session, 'c');
  await session.shows('Output throughput');
  await session.shows('Verdict');
  await pressAtRest(session, '\u001b[C');
  await session.shows('2 of 8');
  await leave(session);
});

test('in Korean the same screens speak Korean', async () => {
  const session = open([], { environment: { LANG: 'ko_KR.UTF-8' } });
  await session.shows('최근 결과');
  await pressAtRest(session, 'h');
  await session.shows('결과 2');
  await pressAtRest(session, '\r');
  await session.shows('측정 대상');
  await leave(session);
});

test.each(['SIGTERM', 'SIGHUP'] as const)('%s gives the terminal back', async (signal) => {
  const session = open();
  await session.shows('Newest results');
  session.signal(signal);
  await session.ended;
  expect(session.isAlternate).toBe(false);
  expect(session.bytes.lastIndexOf('\u001b[?25h')).toBeGreaterThan(session.bytes.lastIndexOf('\u001b[?25l'));
});

test('off a terminal it says what to use instead, with exit code 2', async () => {
  const end = await runKneepoint(['tui'], { environment });
  expect(end.code).toBe(2);
  expect(end.stderr).toContain('kneepoint history');
  expect(end.stdout).toBe('');
});

/** The list that the keys go to has a heavy border. */
const chosenList = (session: TerminalSession): string => /┏━ (.+?) ━/.exec(session.text())?.[1] ?? '';

/** Goes to the list of jobs, whichever list the screen began with, and opens the first. */
async function openJob(session: TerminalSession): Promise<void> {
  for (let tabs = 0; tabs < 3 && chosenList(session) !== 'Jobs'; tabs++) {
    const before = chosenList(session);
    await pressAtRest(session, '\t');
    await session.until(() => chosenList(session) !== before, 'another list to be chosen');
  }
  await pressAtRest(session, '\r');
}

async function startAgent(): Promise<{ readonly running: RunningKneepoint; readonly url: string }> {
  const running = startKneepoint(['agent', '--port', '0', '--state', newFolder()], { environment });
  for await (const line of createInterface({ input: running.process.stdout as NodeJS.ReadableStream }))
    return { running, url: (JSON.parse(line) as { readonly url: string }).url };
  throw new Error(`the agent did not start: ${running.stderr()}`);
}

test('a job is started on an agent, left, found again and read', async () => {
  const { running, url } = await startAgent();
  const directory = newFolder();
  writeFileSync(
    join(directory, 'plan.yaml'),
    `{ version: 1, name: far-away, targets: [{ name: one, url: "${simulator.url}", api: openai-chat }],
       suites: [{ kind: concurrency, users: [1, 2, 3], duration: 8s, outputTokens: 16 }] }`,
  );
  const sent = await runKneepoint(['compare', 'plan.yaml', '--agent', url, '--detach'], {
    directory,
    environment,
  });
  expect(sent).toMatchObject({ code: 0 });
  expect(sent.stdout).toContain(`kneepoint tui --agent ${url}`);

  const first = open(['--agent', url]);
  await first.shows(/far-away.*/);
  await openJob(first);
  await first.shows('q leaves this view: the job goes on');
  await first.shows(/[1-9][0-9,]* tok\/s/);
  await pressAtRest(first, 'q');
  await first.shows('Newest results');
  await leave(first);

  const again = open(['--agent', url]);
  await again.shows(/far-away/);
  await openJob(again);
  await again.shows('The job is done');
  await pressAtRest(again, '\r');
  await again.shows('What was measured');
  await leave(again);
  running.process.kill('SIGTERM');
  await running.ended;
});
