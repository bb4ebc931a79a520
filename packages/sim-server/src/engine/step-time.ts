/**
 * How long one decode step takes, in microseconds.
 * `linear`: base + perSequence * batch + perContextToken * sum of contexts.
 * `table`: measured step times by batch size, interpolated between rows and continued along the last two beyond them
 * (some servers' times lie off any line).
 */
export type StepTime =
  | {
      readonly kind: 'linear';
      readonly baseMicros: number;
      readonly perSequenceMicros: number;
      readonly perContextTokenMicros: number;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly [batch: number, micros: number])[] };

/** The time of a decode step of `batch` sequences that hold `contextTokens` in all, in microseconds. */
export function stepMicros(stepTime: StepTime, batch: number, contextTokens: number): number {
  if (stepTime.kind === 'linear') {
    return (
      stepTime.baseMicros +
      stepTime.perSequenceMicros * batch +
      stepTime.perContextTokenMicros * contextTokens
    );
  }
  return interpolate(stepTime.rows, batch);
}

function interpolate(rows: readonly (readonly [number, number])[], batch: number): number {
  const first = rows[0];
  if (first === undefined) return 0;
  let left = first;
  let right = first;
  for (const row of rows) {
    left = right;
    right = row;
    if (batch <= row[0]) break;
  }
  if (right[0] === left[0] || batch <= first[0]) return first[1];
  return left[1] + ((batch - left[0]) * (right[1] - left[1])) / (right[0] - left[0]);
}
