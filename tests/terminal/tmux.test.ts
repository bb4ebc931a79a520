import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kneepointPath, newFolder } from '../support/run-kneepoint.ts';
import { type Simulator, startSimulator } from '../support/start-simulator.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const folder = newFolder();
const socket = join(folder, 'tmux');
const tmux = (...words: string[]): string =>
  execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, TERM: 'xterm-256color', LANG: 'C.UTF-8' },
  });

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal');
});
afterAll(async () => {
  if (hasTmux) spawnSync('tmux', ['-S', socket, 'kill-server']);
  await simulator.close();
});

/** Polls the pane until it shows a text; the test's own limit ends a wait in vain. */
async function shows(expected: RegExp): Promise<string> {
  for (;;) {
    const pane = tmux('capture-pane', '-p', '-t', 'run');
    if (expected.test(pane)) return pane;
    await delay(100);
  }
}

test.skipIf(!hasTmux)(
  'in tmux the live screen is drawn, resized, left with q, and the table stays in the pane',
  async () => {
    const program = `'${process.execPath}' '${kneepointPath}' bench ${simulator.url} --users 2 --duration 60s`;
    tmux(
      'new-session',
      '-d',
      '-s',
      'run',
      '-x',
      '100',
      '-y',
      '30',
      `LANG=C.UTF-8 sh -c "${program}; exec sleep 60"`,
    );
    await shows(/measuring/);
    tmux('resize-window', '-t', 'run', '-x', '70', '-y', '22');
    const small = await shows(/[1-9]\d* done/);
    for (const line of small.split('\n')) expect(line.length).toBeLessThanOrEqual(70);
    tmux('send-keys', '-t', 'run', 'q');
    const left = await shows(/users-2|interrupted/);
    expect(left).not.toContain('╭');
  },
);
