import type { DecidingCell, UseCase } from '../../result/analysis/judgement-schema.ts';
import type { Result } from '../../result/result-file.ts';
import type { ResultLevels } from '../levels/usable-levels.ts';

/** What a rule reads. */
export type JudgedFacts = {
  readonly result: Result;
  readonly levels: ResultLevels;
  /** Targets whose single user is no steady state. */
  readonly notSteady: readonly string[];
};

/** Which cells decide a use, the one that weighs most first; those that only stand beside them come last. */
export type UseCaseRule = {
  readonly useCase: UseCase;
  readonly cells: (facts: JudgedFacts) => DecidingCell[];
};
