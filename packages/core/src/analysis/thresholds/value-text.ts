import { limitText } from '../../plan/thresholds/quantity-text.ts';
import type { Limit, TrustVerdict } from '../../plan/thresholds/threshold.ts';

/**
 * A measured value in words, in the limit's unit: `612ms`, `0.42%`, `2345 tok/s`. Rounded to four digits, or to as many
 * more as it takes to stand on the same side of the limit, so that "500ms is not < 500ms" is said of exactly that alone.
 */
export function valueText(value: number | TrustVerdict, limit: Limit): string {
  if (typeof value === 'string' || limit.unit === 'verdict') return String(value);
  const side = Math.sign(value - limit.value);
  const faithful = [4, 6, 9, 12]
    .map((digits) => Number(value.toPrecision(digits)))
    .find((shown) => Math.sign(shown - limit.value) === side);
  return quantityText(faithful ?? value, limit.unit);
}

function quantityText(value: number, unit: Exclude<Limit['unit'], 'verdict'>): string {
  if (unit !== 'us') return limitText({ unit, value });
  if (value < 1_000) return `${value}us`;
  return value < 10_000_000 ? `${value / 1_000}ms` : `${value / 1_000_000}s`;
}
