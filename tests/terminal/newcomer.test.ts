import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFolder } from '../support/run-kneepoint.ts';
import { type Simulator, startSimulator } from '../support/start-simulator.ts';
import { openTerminal } from './open-terminal.ts';

let simulators: readonly Simulator[];
beforeAll(async () => {
  simulators = [
    await startSimulator('--profile', 'ideal', '--step-ms', '5'),
    await startSimulator('--profile', 'ideal', '--step-ms', '15'),
  ];
});
afterAll(async () => {
  for (const simulator of simulators) await simulator.close();
});

/** The plan as it was written, with loads that a test can wait for. */
function shorten(path: string): void {
  const text = readFileSync(path, 'utf8');
  const before = text.slice(0, text.indexOf('suites:'));
  const after = text.slice(text.search(/^repeats:/m));
  const suites = `suites:
  - { kind: concurrency, users: [1, 2], duration: 2s, outputTokens: 8 }
`;
  writeFileSync(path, `${before}${suites}\n${after}`);
}

test('a newcomer gets from init to a finished comparison by following what the screen says', async () => {
  const directory = newFolder();
  const home = newFolder();
  const environment = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
  const [quick, slow] = simulators;
  const asked = openTerminal(['init'], { directory, environment, columns: 100, rows: 40 });
  await asked.shows('Address of a server');
  asked.press(`${quick?.url}\r`);
  await asked.shows('Address of another server');
  asked.press(`${slow?.url}\r`);
  await asked.shows('How thorough?');
  asked.press('1\r');
  await asked.shows('In which languages');
  asked.press('\r');
  await asked.shows('Name of the comparison');
  asked.press('first\r');
  await asked.shows('File of the plan');
  asked.press('\r');
  await asked.shows('Write the plan?');
  asked.press('2\r');
  expect(await asked.ended).toMatchObject({ code: 0 });
  expect(asked.scrollback()).toContain('kneepoint compare plan.yaml');

  shorten(join(directory, 'plan.yaml'));
  const measured = openTerminal(['compare', 'plan.yaml'], { directory, environment, columns: 100, rows: 40 });
  await measured.shows('stage 1 of 4');
  await measured.ended;
  expect(measured.isAlternate).toBe(false);
  expect(measured.scrollback()).toContain('out/first/report.html');

  const found = openTerminal(['tui'], { directory, environment, columns: 100, rows: 30 });
  await found.shows('Newest results');
  await found.shows('first');
  found.press('\u0003');
  await found.ended;
});
