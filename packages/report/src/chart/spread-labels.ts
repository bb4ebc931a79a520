/**
 * Places for labels at their wanted positions, in the same order, moved as little as needed so that none overlaps:
 * each at least `distance` from the next and inside `from` to `to`. Where there is no room for all, they are as far
 * apart as they can be.
 */
export function spreadLabels(
  wanted: readonly number[],
  distance: number,
  { from, to }: { readonly from: number; readonly to: number },
): number[] {
  if (wanted.length === 0) return [];
  const apart = wanted.length < 2 ? distance : Math.min(distance, (to - from) / (wanted.length - 1));
  const order = wanted.map((_, index) => index).sort((one, other) => at(wanted, one) - at(wanted, other));
  const places = order.map((index) => Math.min(Math.max(at(wanted, index), from), to));
  for (let index = 1; index < places.length; index++) {
    places[index] = Math.max(at(places, index), at(places, index - 1) + apart);
  }
  places[places.length - 1] = Math.min(at(places, places.length - 1), to);
  for (let index = places.length - 2; index >= 0; index--) {
    places[index] = Math.min(at(places, index), at(places, index + 1) - apart);
  }
  const result = [...wanted];
  for (const [rank, index] of order.entries()) result[index] = at(places, rank);
  return result;
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0;
