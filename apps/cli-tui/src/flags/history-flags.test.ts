import { expect, test } from 'vitest';
import { historyQuery, isNarrowed } from './history-flags.ts';

const now = Date.parse('2026-11-24T12:00:00.000Z');

test('without flags the query is the newest runs', () => {
  expect(historyQuery({ limit: '50' }, now)).toEqual({
    limit: 50,
    order: { column: 'created', direction: 'descending' },
  });
});

test.each([
  ['7d', '2026-11-17T12:00:00.000Z'],
  ['12h', '2026-11-24T00:00:00.000Z'],
  ['2026-11-01', '2026-11-01T00:00:00.000Z'],
  ['2026-11-01T09:00:00+09:00', '2026-11-01T00:00:00.000Z'],
])('--since %s is %s', (since, instant) => {
  expect(historyQuery({ limit: '1', since }, now).since).toBe(instant);
});

test.each(['yesterday', '2026', '2026-13-45', '', '7'])('--since %j is refused with its forms', (since) => {
  expect(() => historyQuery({ limit: '1', since }, now)).toThrowError(
    expect.objectContaining({ exitCode: 2, hint: expect.stringContaining('--since 7d') }),
  );
});

test('verdicts are a list, and a mistyped one is answered with the nearest', () => {
  expect(historyQuery({ limit: '1', verdict: 'suspect, no-data' }, now).verdicts).toEqual([
    'suspect',
    'no-data',
  ]);
  expect(() => historyQuery({ limit: '1', verdict: 'valid,suspekt' }, now)).toThrowError(
    expect.objectContaining({ hint: expect.stringContaining('did you mean suspect?') }),
  );
});

test('--sort has the direction that is mostly wanted, and --reverse the other', () => {
  expect(historyQuery({ limit: '1', sort: 'name' }, now).order?.direction).toBe('ascending');
  expect(historyQuery({ limit: '1', sort: 'best' }, now).order?.direction).toBe('descending');
  expect(historyQuery({ limit: '1', sort: 'best', reverse: true }, now).order?.direction).toBe('ascending');
  expect(() => historyQuery({ limit: '1', sort: 'speed' }, now)).toThrowError(/--sort "speed"/);
});

test('a limit or an order keeps no run out', () => {
  expect(isNarrowed({ limit: '1', sort: 'name', reverse: true })).toBe(false);
  expect(isNarrowed({ limit: '1', search: '' })).toBe(true);
});
