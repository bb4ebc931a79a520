import { expect, test } from 'vitest';
import { RunSteering } from './run-steering.ts';
import { recordedControls } from './testing/fake-screen.ts';
import type { WatchedEvent } from './watched-event.ts';

function steered(): { steering: RunSteering; asked: string[]; told: WatchedEvent[]; attach: () => void } {
  const [asked, told]: [string[], WatchedEvent[]] = [[], []];
  const steering = new RunSteering();
  const attach = (): void => steering.attach(recordedControls(asked), (event) => told.push(event));
  return { steering, asked, told, attach };
}

test('ended once a run drains, ended twice it is cut, and each is told once', () => {
  const { steering, asked, told, attach } = steered();
  attach();
  for (let time = 0; time < 4; time++) steering.quit();
  expect(asked).toEqual(['stop', 'cut']);
  expect(told).toEqual([
    { kind: 'ending', how: 'draining' },
    { kind: 'ending', how: 'cutting' },
  ]);
});

test.each([
  [1, ['stop']],
  [2, ['stop', 'cut']],
  [5, ['stop', 'cut']],
] as const)('ended %i times before it stands, the run is told %j when it does', (times, expected) => {
  const { steering, asked, attach } = steered();
  for (let time = 0; time < times; time++) steering.quit();
  expect(asked).toEqual([]);
  attach();
  expect(asked).toEqual(expected);
});

test('whoever waits for the run to stand hears that somebody has had enough', async () => {
  const { steering } = steered();
  steering.quit();
  await expect(steering.quitEarly).resolves.toBeUndefined();
});
