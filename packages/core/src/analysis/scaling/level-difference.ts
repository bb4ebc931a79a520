import type { ScalingPoint } from '../../result/analysis/scaling-schema.ts';
import { intervalConfidence } from '../../statistics/confidence.ts';
import { studentQuantile } from '../../statistics/student-t.ts';

/** How far a candidate is ahead of a baseline at a level, tok/s, with its 95 % interval; `null` of one repeat. */
export type LevelDifference = {
  readonly users: number;
  readonly difference: number;
  /** The larger of both throughputs, tok/s. */
  readonly larger: number;
  readonly interval: Interval | null;
  /** The same, wide enough that with 95 % confidence the intervals of all levels hold at once (Bonferroni). */
  readonly simultaneous: Interval | null;
};

type Interval = { readonly low: number; readonly high: number };

/** The differences at the levels that both were measured at and neither is invalid at, lightest first. */
export function differencesOf(
  baseline: readonly ScalingPoint[],
  candidate: readonly ScalingPoint[],
): LevelDifference[] {
  const pairs = baseline.flatMap((point) => {
    const other = candidate.find(({ users }) => users === point.users);
    if (other === undefined || point.trust === 'invalid' || other.trust === 'invalid') return [];
    return [{ point, other }];
  });
  return pairs.map(({ point, other }) => {
    const difference = other.throughput - point.throughput;
    const intervalAt = (risk: number): Interval | null => {
      const half = halfWidth(point, other, risk);
      return half === null ? null : { low: difference - half, high: difference + half };
    };
    return {
      users: point.users,
      difference,
      larger: Math.max(other.throughput, point.throughput),
      interval: intervalAt(intervalRisk),
      simultaneous: intervalAt(intervalRisk / pairs.length),
    };
  });
}

const intervalRisk = 1 - intervalConfidence;

/** Welch and Satterthwaite: degrees = (u + v)^2 / (u^2 / (m - 1) + v^2 / (n - 1)) for the means' variances u and v. */
function halfWidth(one: ScalingPoint, other: ScalingPoint, risk: number): number | null {
  const first = varianceOfMean(one);
  const second = varianceOfMean(other);
  if (first === null || second === null) return null;
  const variance = first + second;
  if (variance === 0) return 0;
  const degrees = variance ** 2 / (first ** 2 / (one.repeats - 1) + second ** 2 / (other.repeats - 1));
  return studentQuantile(1 - risk / 2, degrees) * Math.sqrt(variance);
}

/** Back from the interval of the mean, whose upper half is never cut off at 0. */
function varianceOfMean({ throughput, high, repeats }: ScalingPoint): number | null {
  if (high === null || repeats < 2) return null;
  return ((high - throughput) / studentQuantile(0.5 + intervalConfidence / 2, repeats - 1)) ** 2;
}
