import { expect, test } from 'vitest';
import { RunPause } from './run-pause.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function watched(): { pause: RunPause; told: boolean[]; goesOn(): Promise<boolean> } {
  const told: boolean[] = [];
  const pause = new RunPause((held) => void told.push(held));
  return {
    pause,
    told,
    async goesOn() {
      let over = false;
      void pause.over().then(() => {
        over = true;
      });
      await turn();
      return over;
    },
  };
}

test('nothing holds a run that nobody asked to wait', async () => {
  const { told, goesOn } = watched();
  expect(await goesOn()).toBe(true);
  expect(told).toEqual([]);
});

test('held, it waits until it is released; asked twice it says so once', async () => {
  const { pause, told, goesOn } = watched();
  pause.hold();
  pause.hold();
  expect(await goesOn()).toBe(false);
  pause.release();
  pause.release();
  expect(await goesOn()).toBe(true);
  expect(told).toEqual([true, false]);
});

test('released and held again in one go, it goes on waiting', async () => {
  const { pause } = watched();
  pause.hold();
  let over = false;
  void pause.over().then(() => {
    over = true;
  });
  pause.release();
  pause.hold();
  await turn();
  expect(over).toBe(false);
});

test('at the end of the run nothing is held any more, nor can be', async () => {
  const { pause, told, goesOn } = watched();
  pause.hold();
  pause.end();
  pause.hold();
  expect(await goesOn()).toBe(true);
  expect(told).toEqual([true, false]);
});
