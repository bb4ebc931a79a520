import { createRandom } from '../../../random/create-random.ts';
import type { DecidingCell } from '../../../result/analysis/judgement-schema.ts';
import { meanOf } from '../../../statistics/mean.ts';
import { ratioInterval } from '../../../statistics/ratio-interval.ts';
import type { LevelTarget, MeasuredLevel } from '../../levels/measured-level.ts';
import { heaviestUsable, usableLevels, usersOf } from '../../levels/usable-levels.ts';
import { variationOf } from '../../scorecard/parts/stability.ts';
import { workaroundsOf } from '../../scorecard/workarounds.ts';
import { type CellVerdict, undecidedCell, verdictOfInterval } from '../cell-verdict.ts';
import { errorCell } from '../error-cell.ts';
import { firstKnownCell, latencyMetric, levelCell, outputThroughput } from '../level-cell.ts';
import type { JudgedFacts, UseCaseRule } from '../use-case-rule.ts';
import { valueCell } from '../value-cell.ts';

/**
 * A service that must keep a promise: throughput under the objective where there is one, else throughput and waiting
 * under the heaviest load; then errors. How much repeats vary and how many workarounds it takes stand beside them.
 */
export const production: UseCaseRule = {
  useCase: 'production',
  cells: (facts) => {
    const { result } = facts;
    return [
      ...(goodputCell(facts) ?? heavyCells(facts)),
      errorCell(result),
      valueCell(result, { metric: 'variation', unit: 'share', better: 'lower' }, ({ name }) =>
        variationOf(facts, name),
      ),
      valueCell(
        result,
        { metric: 'workarounds', unit: 'count', better: 'lower' },
        (target) => workaroundsOf(target)?.length ?? null,
      ),
    ];
  },
};

function heavyCells(facts: JudgedFacts): DecidingCell[] {
  const level = heaviestUsable(facts.levels.concurrency);
  if (level === null || usersOf(level) === 1) return [];
  return [
    levelCell(facts, level, outputThroughput),
    ...firstKnownCell(facts, level, [latencyMetric('ttft', 'p99'), latencyMetric('ttft', 'p50')]),
  ];
}

/** Requests per second that kept the objective, at the heaviest usable level that has one; `null` without any. */
function goodputCell({ result, levels }: JudgedFacts): DecidingCell[] | null {
  const withObjective = usableLevels([...levels.rates, ...levels.concurrency]).filter(({ targets }) =>
    targets.every(({ used }) => used.every(({ goodput }) => goodput.length > 0)),
  );
  const level = withObjective.at(-1);
  if (level === undefined) return null;
  const values = result.targets.map(({ name }) => {
    const own = level.targets.find(({ target }) => target === name);
    return { target: name, value: own === undefined ? null : meanOf(goodRates(own)) };
  });
  const cell = {
    metric: 'goodput',
    unit: 'req/s',
    better: 'higher' as const,
    suite: level.suite,
    load: level.loadName,
    users: usersOf(level),
    decides: true,
    values,
  };
  return [{ ...cell, ...goodputVerdict(result, level) }];
}

const goodRates = ({ used }: LevelTarget): number[] =>
  used.flatMap(({ goodput }) => goodput[0]?.requestsPerSecond.value ?? []);

function goodputVerdict(result: JudgedFacts['result'], level: MeasuredLevel): CellVerdict {
  const [one, other, ...more] = level.targets;
  if (one === undefined || other === undefined) return undecidedCell('not-measured');
  if (more.length > 0) return undecidedCell('no-single-winner');
  const random = createRandom(result.seed ?? result.id).fork('recommendations/production');
  const interval = ratioInterval({ baseline: goodRates(one), candidate: goodRates(other) }, random);
  return interval === null
    ? undecidedCell('one-repeat')
    : verdictOfInterval(interval, { baseline: one.target, candidate: other.target });
}
