import type { Stage } from '@kneepoint/core';

type TokenDistribution = Stage['lengths']['input'];

/** Lengths in tokens that a source lists one by one. */
export function lengthsOf(values: readonly number[]): TokenDistribution {
  const sorted = values.toSorted((one, other) => one - other);
  const count = sorted.length;
  const rank = (share: number): number | null => {
    const value = sorted[Math.max(0, Math.ceil(share * count) - 1)];
    return value === undefined ? null : Math.round(value);
  };
  const sum = sorted.reduce((total, value) => total + value, 0);
  return {
    unit: 'tokens',
    count,
    mean: count === 0 ? null : sum / count,
    min: rank(0),
    p50: rank(0.5),
    p95: rank(0.95),
    max: rank(1),
  };
}

/** Lengths of which a source states figures; those that it does not are unknown. */
export function statedLengths(stated: {
  readonly count: number;
  readonly mean: number | null;
  readonly min?: number | null;
  readonly p50?: number | null;
  readonly p95?: number | null;
  readonly max?: number | null;
}): TokenDistribution {
  const whole = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Math.round(value);
  return {
    unit: 'tokens',
    count: stated.count,
    mean: stated.mean,
    min: whole(stated.min),
    p50: whole(stated.p50),
    p95: whole(stated.p95),
    max: whole(stated.max),
  };
}

/** The mean length of `requests` answers or prompts from their sum; `null` where one of them is unknown. */
export function lengthsFromTotal(total: number | null, requests: number | null): TokenDistribution | null {
  if (total === null || requests === null || requests <= 0) return null;
  return statedLengths({ count: requests, mean: total / requests });
}
