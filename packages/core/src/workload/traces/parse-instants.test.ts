import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDateTime } from './parse-date-time.ts';
import { parseSeconds } from './parse-number.ts';

const instant = fc.record({ second: fc.nat(3_999_999_999), micro: fc.nat(999_999) });

test('each microsecond until 2096 is read exactly, as seconds and as a date', () => {
  fc.assert(
    fc.property(instant, ({ second, micro }) => {
      const micros = second * 1_000_000 + micro;
      const fraction = String(micro).padStart(6, '0');
      expect(parseSeconds(`${second}.${fraction}`)).toBe(micros);
      const [date, time = ''] = new Date(second * 1000).toISOString().split('T');
      expect(parseDateTime(`${date} ${time.slice(0, 8)}.${fraction}0`)).toBe(micros);
    }),
    { numRuns: 1000 },
  );
});
