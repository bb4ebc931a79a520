/** One sample of one quantity: an instant of the run's clock in microseconds, and the value, `null` where it was not told. */
export type SamplePoint = { readonly at: number; readonly value: number | null };

/** A span of the run's clock, both ends included. */
export type ProbeSpan = { readonly start: number; readonly end: number };

export const isInside = ({ at }: { readonly at: number }, { end, start }: ProbeSpan): boolean =>
  at >= start && at <= end;
