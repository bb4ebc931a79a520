import type { Random } from '../random/create-random.ts';

/**
 * The numbers below `count` in a shuffled order (Fisher and Yates), again from the first after the last: place k of the
 * endless sequence. Four bytes a number, outside the heap.
 */
export function seededOrder(count: number, random: Random): (place: number) => number {
  const order = Uint32Array.from({ length: count }, (_, number) => number);
  for (let last = count - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
  return (place) => order[place % count] ?? 0;
}
