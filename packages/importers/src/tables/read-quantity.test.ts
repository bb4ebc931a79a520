import { expect, test } from 'vitest';
import { readQuantity, unitOf } from './read-quantity.ts';

test.each([
  ['39.91s', null, 'time', 39_910_000],
  ['10.29 s', null, 'time', 10_290_000],
  ['31.20 GB', null, 'memory', 31_200_000_000],
  ['27.11GiB', null, 'memory', 29_109_140_849],
  ['1,185.61', 'tok/s', 'token-rate', 1185.61],
  ['2,832.30', 'tok/s', 'token-rate', 2832.3],
  ['80.84 tok/s', null, 'token-rate', 80.84],
  ['80.84 tok/s', 'ms', 'token-rate', 80.84],
  ['45초', null, 'time', 45_000_000],
  ['12.5 ms (3 runs)', null, 'time', 12_500],
  ['~120', 'ms', 'time', 120_000],
  ['5', null, 'number', 5],
  ['0.4%', null, 'share', 0.004],
] as const)('%j with the unit %j is a quantity', (cell, unit, dimension, value) => {
  const content = readQuantity(cell, unit);
  expect(content).toMatchObject({ kind: 'quantity', quantity: { dimension } });
  expect(content.kind === 'quantity' ? content.quantity.value : null).toBeCloseTo(value, 6);
});

test.each(['', '-', '—', 'N/A', 'n/a', 'None', 'nan', '?'])('%j is unknown, not zero', (cell) => {
  expect(readQuantity(cell, 'tok/s')).toEqual({ kind: 'unknown' });
});

test.each([
  ['fast', '"fast" is not a number'],
  ['12 furlongs', '"furlongs" in "12 furlongs" is not a known unit'],
  ['1.185,61', '",61"'],
  ['11,85', '",85"'],
])('%j is refused, and says why', (cell, why) => {
  const content = readQuantity(cell, 'tok/s');
  expect(content.kind).toBe('unreadable');
  expect(content.kind === 'unreadable' ? content.why : '').toContain(why);
});

test('units are known in any case, and others are not', () => {
  expect(unitOf('TOK/S')).toEqual({ dimension: 'token-rate', factor: 1 });
  expect(unitOf('parsec')).toBeNull();
});
