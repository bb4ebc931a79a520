/**
 * An area under a rate, with the noise of floating point taken off where a whole number was meant: 333.3 requests/s over
 * 60 s are 19,998 arrivals, not 19,998.000000000004, and the next one belongs behind the border.
 */
export function wholeArrivals(area: number): number {
  const nearest = Math.round(area);
  return Math.abs(area - nearest) <= nearest * 1e-12 ? nearest : area;
}
