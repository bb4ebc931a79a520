import { numberAndUnit, type ReadQuantity } from './read-quantity.ts';

const bytesPerUnit: Readonly<Record<string, number>> = {
  '': 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
};

/**
 * A size in bytes as container engines read it: `4KiB`, `512m`, `16g`, `2GB`; a k, a kB and a KiB are all 1,024 bytes,
 * whatever their case. A number alone counts bytes.
 */
export function readSize(text: string): ReadQuantity {
  const written = numberAndUnit(text);
  if (written === null) return problem(`"${text}" is not a size such as 4KiB, 512MiB or 16GiB`);
  const [, prefix] = /^(?:([kmgt])(?:i?b)?|b)?$/i.exec(written.unit) ?? [null, null];
  if (prefix === null)
    return problem(`"${text}" has the unknown unit "${written.unit}"; the units are B, KiB, MiB, GiB, TiB`);
  const bytes = Math.round(written.amount * (bytesPerUnit[prefix?.toLowerCase() ?? ''] ?? 1));
  return Number.isSafeInteger(bytes)
    ? { ok: true, value: bytes }
    : problem(`"${text}" is more than can be counted`);
}

const problem = (text: string): ReadQuantity<never> => ({ ok: false, problem: text });
