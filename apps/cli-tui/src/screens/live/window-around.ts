/** Which of `count` things are shown where only `room` fit: those around `place`, and never past either end. */
export function windowAround(
  count: number,
  room: number,
  place: number,
): { readonly from: number; readonly to: number } {
  const size = Math.max(0, Math.min(count, Math.floor(room)));
  const wanted = place - Math.floor(size / 2);
  const from = Math.max(0, Math.min(count - size, wanted));
  return { from, to: from + size };
}
