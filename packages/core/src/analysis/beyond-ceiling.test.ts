import { expect, test } from 'vitest';
import { beyondCeiling } from './beyond-ceiling.ts';

test('a stage that reads more than the host was calibrated to is suspect, with both figures', () => {
  expect(beyondCeiling({ eventsPerSecond: 24_000.4, ceilingEventsPerSecond: 19_238 })).toEqual({
    verdict: 'suspect',
    reason: {
      code: 'beyond-ceiling',
      message: 'the client read 24,000 events/s, and this host was calibrated to 19,238',
      value: 24_000.4,
      limit: 19_238,
    },
  });
});

test('a stage at the ceiling is not beyond it', () => {
  expect(beyondCeiling({ eventsPerSecond: 19_238, ceilingEventsPerSecond: 19_238 })).toBeNull();
});

test.each([
  { eventsPerSecond: null, ceilingEventsPerSecond: 1 },
  { eventsPerSecond: 50_000, ceilingEventsPerSecond: null },
])('nothing is said where a figure is unknown: %j', (evidence) => {
  expect(beyondCeiling(evidence)).toBeNull();
});
