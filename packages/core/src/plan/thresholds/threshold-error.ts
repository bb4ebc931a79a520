import { type KneepointError, usageError } from '../../errors/kneepoint-error.ts';
import { nearestName } from '../../errors/nearest-name.ts';

/** A usage error (exit code 2) that quotes what was written and says what is wrong in it. */
export function thresholdError(source: string, problem: string): KneepointError {
  return usageError(
    'threshold-invalid',
    `${JSON.stringify(source)}: ${problem}`,
    'a threshold reads like "ttft p95 < 500ms" or "target(vllm).users(50).outputThroughput > 2500 tok/s"',
  );
}

/** `; did you mean ttft?` where a known name is near enough to be meant, else nothing. */
export function suggestion(typed: string, known: readonly string[]): string {
  const nearest = nearestName(typed, known);
  return nearest === null ? '' : `; did you mean ${nearest}?`;
}
