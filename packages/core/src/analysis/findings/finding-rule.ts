import type { CautionCode, Finding, StatementCode } from '../../result/analysis/finding-schema.ts';
import type { Result } from '../../result/result-file.ts';
import type { MeasuredLevel } from '../levels/measured-level.ts';
import { worstVerdict } from '../levels/measured-level.ts';
import type { Standing } from '../levels/standing.ts';
import type { ResultLevels } from '../levels/usable-levels.ts';

/** What the rules read: the result with its other analyses, and its levels. */
export type FindingFacts = { readonly result: Result; readonly levels: ResultLevels };

/** A rule answers with what it finds: usually one finding, or none. */
export type FindingRule = (facts: FindingFacts) => Finding[];

type Parts = Partial<Pick<Finding, 'severity' | 'names' | 'targets' | 'stages' | 'repeats' | 'trust'>> & {
  readonly numbers?: Readonly<Record<string, readonly [value: number, unit: string]>>;
  readonly standing?: Standing;
};

/** A finding of the summary; what is not said of it is empty. */
export const statement = (code: StatementCode, parts: Parts): Finding => make('statement', code, parts);

/** What not to conclude; a warning unless it says otherwise. */
export const caution = (code: CautionCode, parts: Parts): Finding =>
  make('caution', code, { severity: 'warning', ...parts });

function make(part: Finding['part'], code: Finding['code'], parts: Parts): Finding {
  const { severity = 'note', names = {}, targets = [], stages = [], repeats = null, trust = null } = parts;
  const numbers = Object.entries({ ...standingNumbers(parts.standing), ...parts.numbers });
  return {
    part,
    code,
    severity,
    stages,
    names,
    numbers: Object.fromEntries(numbers.map(([name, [value, unit]]) => [name, { value, unit }])),
    targets,
    standing: parts.standing === undefined ? null : storedStanding(parts.standing),
    repeats,
    trust,
  };
}

function storedStanding(standing: Standing): Finding['standing'] {
  const none = { ahead: null, behind: null, reason: null, over: null };
  switch (standing.kind) {
    case 'won': {
      const { kind, ahead, behind, over } = standing;
      return { ...none, kind, ahead, behind, over };
    }
    case 'no-difference':
      return { ...none, kind: standing.kind, over: standing.over };
    case 'inconclusive': {
      const { kind, reason, seen } = standing;
      return { ...none, kind, reason, ahead: seen?.ahead ?? null, behind: seen?.behind ?? null };
    }
    case 'not-compared':
      return { ...none, kind: standing.kind };
  }
}

function standingNumbers(standing: Standing | undefined): Record<string, readonly [number, string]> {
  switch (standing?.kind) {
    case 'won':
      return {
        factor: [standing.factor, 'ratio'],
        low: [standing.low, 'ratio'],
        high: [standing.high, 'ratio'],
      };
    case 'no-difference':
      return standing.low === null || standing.high === null
        ? {}
        : { low: [standing.low, 'ratio'], high: [standing.high, 'ratio'] };
    case 'inconclusive':
      return standing.seen === null ? {} : { factor: [standing.seen.factor, 'ratio'] };
    case 'not-compared':
    case undefined:
      return {};
  }
}

/** The stages that figures of these levels are made of, the fewest repeats of a target, and the worst verdict. */
export function standsOn(levels: readonly MeasuredLevel[]): Pick<Finding, 'stages' | 'repeats' | 'trust'> {
  const targets = levels.flatMap((level) => level.targets);
  const used = targets.flatMap((target) => target.used);
  return {
    stages: used.map(({ id }) => id),
    repeats: used.length === 0 ? null : Math.min(...targets.map((target) => target.used.length)),
    trust: used.length === 0 ? null : worstVerdict(used),
  };
}

/** Values of targets in a unit, as a finding stores them. */
export const inUnit = (
  values: readonly { readonly target: string; readonly value: number }[],
  unit: string,
): Finding['targets'] => values.map(({ target, value }) => ({ target, value, unit }));
