import { meanFigure } from '../../levels/level-values.ts';
import type { MeasuredLevel } from '../../levels/measured-level.ts';
import { manyUsersLimit, type ReachedLimit, singleUserLimit } from '../../levels/reached-limit.ts';
import { comparisonsAt } from '../../levels/standing.ts';
import { heaviestUsable, usersOf } from '../../levels/usable-levels.ts';
import type { JudgedFacts } from '../../recommendations/use-case-rule.ts';
import { known, type PartFormula, type PartValue, unknownPart } from '../part-value.ts';

export const singleUserOfBest: PartFormula = (facts, { name }) => {
  const { singleUser } = facts.levels;
  if (facts.notSteady.includes(name)) return unknownPart('not-steady');
  if (singleUser === null || singleUser.targets.some(({ verdict }) => verdict === 'invalid'))
    return unknownPart();
  return ofBest(facts, { level: singleUser, metric: 'requestSpeed' }, name);
};

export const concurrencyOfBest: PartFormula = (facts, { name }) => {
  const level = heaviestUsable(facts.levels.concurrency);
  if (level === null || usersOf(level) === 1) return unknownPart();
  return ofBest(facts, { level, metric: 'outputThroughput' }, name);
};

type Rated = { readonly level: MeasuredLevel; readonly metric: 'requestSpeed' | 'outputThroughput' };

/** Own rate to the best one; one that is not known to differ from the best counts as the best. */
function ofBest({ result, notSteady }: JudgedFacts, { level, metric }: Rated, name: string): PartValue {
  const rates = level.targets
    .filter(({ target }) => metric === 'outputThroughput' || !notSteady.includes(target))
    .flatMap((own) => {
      const value = meanFigure(own, (stage) => stage.metrics[metric]);
      return value === null ? [] : [{ target: own.target, value }];
    });
  const own = rates.find(({ target }) => target === name);
  const best = rates.toSorted((one, other) => other.value - one.value)[0];
  if (own === undefined || best === undefined || best.value <= 0) return unknownPart();
  if (rates.length < 2) return unknownPart(level.targets.length > 1 ? 'not-steady' : 'one-target');
  const isEqual = comparisonsAt(result, level, metric).some(
    ({ verdict, baseline, candidate }) =>
      verdict === 'no-significant-difference' &&
      [baseline, candidate].includes(name) &&
      [baseline, candidate].includes(best.target),
  );
  return known(isEqual ? 1 : own.value / best.value, [
    { name: metric, value: own.value, unit: 'tok/s' },
    { name: 'best', value: best.value, unit: 'tok/s' },
    { name: 'users', value: usersOf(level) ?? 1, unit: 'users' },
  ]);
}

export const singleUserOfLimit: PartFormula = ({ result, levels }, { name }) =>
  ofLimit(singleUserLimit(result, levels, name));

export const concurrencyOfLimit: PartFormula = ({ result }, { name }) =>
  ofLimit(manyUsersLimit(result, name));

function ofLimit(reached: ReachedLimit | null): PartValue {
  if (reached === null) return unknownPart();
  const { share, limit, measured, users } = reached;
  return known(share, [
    { name: 'measured', value: measured ?? share * limit, unit: 'tok/s' },
    { name: 'limit', value: limit, unit: 'tok/s' },
    { name: 'limitUsers', value: users, unit: 'users' },
  ]);
}
