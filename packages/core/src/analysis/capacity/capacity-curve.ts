import type { Limit, TrustVerdict } from '../../plan/thresholds/threshold.ts';
import { isClientLimited, type LevelEvidence, type LevelState, stateOf } from './level-evidence.ts';
import type { LevelTerm } from './level-outcome.ts';

/** One condition at one level over its stages. */
export type CapacityFigure = {
  /** The condition as a person wrote it. */
  readonly text: string;
  readonly limit: Limit;
  /**
   * The median over the stages that have it, in the limit's unit; `null` where none has. Stages in which the client was
   * the bottleneck count only where there are no others.
   */
  readonly value: number | TrustVerdict | null;
  /** What most stages say; `null` where none has data. */
  readonly kept: boolean | null;
  /** Why it was not kept or could not be judged, in the last stage that says so. */
  readonly reason: string | null;
};

/** One level of the curve. */
export type CapacityCurvePoint = {
  readonly level: number;
  /** Stages at the level, the confirmation included. */
  readonly repeats: number;
  readonly kept: number;
  readonly broken: number;
  readonly state: LevelState;
  readonly figures: readonly CapacityFigure[];
};

/** Every level that was measured, ascending. */
export function capacityCurve(
  levels: readonly LevelEvidence[],
  repeats: number,
): readonly CapacityCurvePoint[] {
  return levels.map((evidence) => ({
    level: evidence.level,
    repeats: evidence.outcomes.length,
    kept: evidence.kept,
    broken: evidence.broken,
    state: stateOf(evidence, repeats),
    figures: figuresOf(evidence),
  }));
}

function figuresOf(evidence: LevelEvidence): CapacityFigure[] {
  const measured = evidence.outcomes.filter((outcome) => !isClientLimited(outcome));
  const outcomes = measured.length === 0 ? evidence.outcomes : measured;
  const [first] = outcomes;
  return (first?.terms ?? []).map(({ text, limit }, index) => {
    const terms = outcomes.map((outcome) => outcome.terms[index]).filter((term) => term !== undefined);
    return {
      text,
      limit,
      value: medianOf(terms),
      kept: mostly(terms),
      reason: terms.findLast((term) => term.reason !== null)?.reason ?? null,
    };
  });
}

/** The middle value, the lower one of two; of verdicts the last. */
function medianOf(terms: readonly LevelTerm[]): CapacityFigure['value'] {
  const values = terms.map(({ value }) => value).filter((value) => value !== null);
  const numbers = values.filter((value) => typeof value === 'number').toSorted((left, right) => left - right);
  return numbers[Math.floor((numbers.length - 1) / 2)] ?? values.at(-1) ?? null;
}

/** A draw is not kept. */
function mostly(terms: readonly LevelTerm[]): boolean | null {
  const kept = terms.filter((term) => term.kept === true).length;
  const broken = terms.filter((term) => term.kept === false).length;
  return kept + broken === 0 ? null : kept > broken;
}
