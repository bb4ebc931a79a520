import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createMonotonicClock, readClockZero } from '../clock/clock.ts';
import { rehearse } from './rehearsal.ts';

test('a rehearsal ends by itself and leaves no socket open', async () => {
  const before = process.getActiveResourcesInfo().filter((name) => name.includes('TCP')).length;
  await rehearse(createMonotonicClock(readClockZero()));
  await vi.waitFor(() => {
    expect(process.getActiveResourcesInfo().filter((name) => name.includes('TCP')).length).toBe(before);
  });
});

test('where no port can be opened the run goes on without it', async () => {
  const listen = vi.spyOn(createServer().constructor.prototype, 'listen').mockImplementation(function (this: {
    emit(name: string, error: Error): void;
  }) {
    this.emit('error', new Error('not permitted'));
    return this;
  });
  await expect(rehearse(createMonotonicClock(readClockZero()))).resolves.toBeUndefined();
  listen.mockRestore();
});
