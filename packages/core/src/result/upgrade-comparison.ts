type Fields = Record<string, unknown>;

/** A comparison of an earlier Kneepoint in today's shape: it had no reason codes, no correction and no level. */
export function upgradeComparison(comparison: unknown): unknown {
  if (!isFields(comparison) || 'reasonCode' in comparison) return comparison;
  const isLatency = comparison['metric'] === 'ttft' || comparison['metric'] === 'e2e';
  const { interval } = comparison;
  return {
    level: null,
    unit: isLatency ? 'us' : 'tok/s',
    better: isLatency ? 'lower' : 'higher',
    // It drew intervals over repeats alone, and named their number in the method.
    repeats: isFields(interval) ? repeatsIn(String(interval['method'])) : 1,
    probability: null,
    adjusted: null,
    detectableRatio: null,
    distribution: null,
    ...comparison,
    interval: isFields(interval) ? { over: 'repeats', values: null, ...interval } : interval,
    reasonCode: reasonCodeOf(comparison['reason']),
  };
}

const repeatsIn = (method: string): number => Number(/(\d+) repeats/.exec(method)?.[1] ?? 2);

function reasonCodeOf(reason: unknown): string | null {
  if (typeof reason !== 'string') return null;
  return codes.find(([pattern]) => pattern.test(reason))?.[1] ?? 'no-interval';
}

const codes: readonly (readonly [RegExp, string])[] = [
  [/^the interval includes 1/, 'interval-includes-one'],
  [/^one repeat/, 'one-repeat'],
  [/was not measured at this level$/, 'level-missing'],
  [/ failed$/, 'stage-failed'],
  [/ is invalid$/, 'stage-invalid'],
  [/ is unknown$/, 'value-unknown'],
  [/^a value is zero/, 'no-ratio'],
];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
