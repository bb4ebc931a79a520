/** The rows that there is room for, among them the chosen one, and its place among those. */
export function shownRows<Row extends { readonly key: string }>(
  rows: readonly Row[],
  chosen: { readonly key: string } | null,
  height: number,
): { readonly rows: readonly Row[]; readonly chosen: number | null } {
  const place = rows.findIndex(({ key }) => key === chosen?.key);
  const first = Math.max(0, Math.min(place - Math.floor(height / 2), rows.length - height));
  const shown = rows.slice(first, first + Math.max(0, height));
  return { rows: shown, chosen: place < 0 ? null : place - first };
}
