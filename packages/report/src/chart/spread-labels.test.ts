import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

const room = { from: 50, to: 340 };

test('labels that have room stay where they are', () => {
  expect(spreadLabels([60, 100, 300], 17, room)).toEqual([60, 100, 300]);
});

test('labels at one place are moved apart, in their order', () => {
  expect(spreadLabels([100, 100, 100], 17, room)).toEqual([100, 117, 134]);
});

test('labels at the bottom edge are moved up', () => {
  expect(spreadLabels([340, 339], 17, room)).toEqual([340, 323]);
});

test('however lines end, no label overlaps another or leaves the plot', () => {
  const wanted = fc.array(fc.integer({ min: -100, max: 500 }), { maxLength: 6 });
  fc.assert(
    fc.property(wanted, (places) => {
      const spread = spreadLabels(places, 17, room).sort((one, other) => one - other);
      expect(spread).toHaveLength(places.length);
      for (const [index, place] of spread.entries()) {
        expect(place).toBeGreaterThanOrEqual(room.from - 1e-9);
        expect(place).toBeLessThanOrEqual(room.to + 1e-9);
        if (index > 0) expect(place - (spread[index - 1] ?? 0)).toBeGreaterThanOrEqual(17 - 1e-9);
      }
    }),
  );
});
