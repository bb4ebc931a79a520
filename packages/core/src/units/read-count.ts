import { numberAndUnit, type ReadQuantity } from './read-quantity.ts';

const perUnit: Readonly<Record<string, number>> = {
  '': 1,
  k: 1_000,
  M: 1_000_000,
  Ki: 1_024,
  Mi: 1_048_576,
};

/**
 * A whole number of things: `200`, `10k` (10,000), `2M`; `4Ki` is 4,096, which a bare k never is, since a context of "4k"
 * means either to somebody.
 */
export function readCount(text: string): ReadQuantity {
  const written = numberAndUnit(text);
  if (written === null) return problem(`"${text}" is not a whole number such as 200 or 10k`);
  const factor = Object.hasOwn(perUnit, written.unit) ? perUnit[written.unit] : undefined;
  if (factor === undefined)
    return problem(
      `"${text}" has the unknown unit "${written.unit}"; write 10k, 2M, 4Ki or the number itself`,
    );
  const count = written.amount * factor;
  return Number.isSafeInteger(count)
    ? { ok: true, value: count }
    : problem(`"${text}" is not a whole number such as 200 or 10k`);
}

const problem = (text: string): ReadQuantity<never> => ({ ok: false, problem: text });
