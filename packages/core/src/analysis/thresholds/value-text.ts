import { limitText } from '../../plan/thresholds/quantity-text.ts';
import type { Limit, TrustVerdict } from '../../plan/thresholds/threshold.ts';

/**
 * A measured value in words, in the limit's unit: `612ms`, `0.42%`, `2345 tok/s`. Rounded to four digits, or to as many
 * more as it takes to tell it from the limit, so that nothing reads "500ms is not < 500ms" unless it is exactly that.
 */
export function valueText(value: number | TrustVerdict, limit: Limit): string {
  if (typeof value === 'string' || limit.unit === 'verdict') return String(value);
  const digits = [4, 6, 9, 12].find((count) => {
    const shown = rounded(value, count);
    return shown === value || shown !== limit.value;
  });
  return quantityText(rounded(value, digits ?? 15), limit.unit);
}

const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

function quantityText(value: number, unit: Exclude<Limit['unit'], 'verdict'>): string {
  if (unit !== 'us') return limitText({ unit, value });
  if (value < 1_000) return `${value}us`;
  return value < 10_000_000 ? `${value / 1_000}ms` : `${value / 1_000_000}s`;
}
