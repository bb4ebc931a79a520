import type { DecidingCell, Doubt, Recommendation } from '../../result/analysis/judgement-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { notSteadySingleUsers } from '../levels/not-steady.ts';
import { resultLevels } from '../levels/usable-levels.ts';
import { decide } from './decide.ts';
import { doubtsOf } from './doubts-of.ts';
import type { JudgedFacts, UseCaseRule } from './use-case-rule.ts';
import { apiManyUsers } from './use-cases/api-many-users.ts';
import { batch } from './use-cases/batch.ts';
import { chat } from './use-cases/chat.ts';
import { development } from './use-cases/development.ts';
import { production } from './use-cases/production.ts';

/** Every use case; adding one touches its file, this list and `useCases`. */
const rules: readonly UseCaseRule[] = [apiManyUsers, chat, batch, development, production];

/** For each use which target suits it, with the cells that decide it; one recommendation per use case, in their order. */
export function recommendationsOf(result: Result): Recommendation[] {
  const facts = judgedFacts(result);
  return rules.map(({ useCase, cells: cellsOf }) => {
    const cells = cellsOf(facts);
    const decision = decide(cells, result.targets.length);
    const doubts = decision.outcome === 'choice' ? choiceDoubts(facts, decision.choice, cells) : [];
    return { useCase, ...decision, cells, doubts };
  });
}

/** The facts that judgements are made of. */
export function judgedFacts(result: Result): JudgedFacts {
  const levels = resultLevels(result);
  return { result, levels, notSteady: notSteadySingleUsers(result, levels).map(({ target }) => target) };
}

/** A choice that rests on a suspect stage says so. */
function choiceDoubts(
  { result }: JudgedFacts,
  choice: string | null,
  cells: readonly DecidingCell[],
): Doubt[] {
  const loads = new Set(
    cells.filter(({ winner }) => winner !== null).map(({ suite, users }) => `${suite} ${users}`),
  );
  const isSuspect = result.stages.some(
    ({ trust, suite, load }) =>
      trust.verdict === 'suspect' && loads.has(`${suite} ${load.loop === 'closed' ? load.users : null}`),
  );
  const doubts = doubtsOf(result, choice);
  // That nobody watched the client of imported figures is what makes them suspect.
  return [...doubts, ...(isSuspect && !doubts.includes('imported') ? (['suspect'] as const) : [])];
}
