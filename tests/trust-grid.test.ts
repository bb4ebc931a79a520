import { afterAll, expect, test } from 'vitest';
import { measureTrustCell, type TrustCell, trustGridHead, trustGridRow } from '../benchmarks/trust-grid.ts';

const cells: readonly TrustCell[] = [
  { users: 4, stepMillis: 10, busyLoops: 0 },
  { users: 50, stepMillis: 10, busyLoops: 0 },
  { users: 200, stepMillis: 10, busyLoops: 0 },
  { users: 256, stepMillis: 1, busyLoops: 0 },
  { users: 16, stepMillis: 10, busyLoops: 2 },
  { users: 50, stepMillis: 10, busyLoops: 4 },
];

const rows: string[] = [];
// How many light loads are valid depends on what else the host does: it is shown, not asserted.
afterAll(() => console.log([trustGridHead, ...rows].join('\n')));

test.each(cells)(
  '$users users at $stepMillis ms beside $busyLoops busy programs are not valid with a wrong figure',
  async (cell) => {
    const outcome = await measureTrustCell(cell);
    rows.push(trustGridRow(outcome));
    expect(outcome.breaksRule, trustGridRow(outcome)).toBe(false);
  },
);
