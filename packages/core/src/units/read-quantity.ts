/** A quantity that was read, or what is wrong with its text in words that stand alone: `"60" has no unit`. */
export type ReadQuantity<Value extends number = number> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

/** A number and what stands behind it; `null` where the text begins with no number. */
export function numberAndUnit(text: string): { readonly amount: number; readonly unit: string } | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(\S*)$/.exec(text.trim()) ?? [];
  return amount === undefined ? null : { amount: Number(amount), unit };
}
