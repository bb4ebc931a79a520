import type { DecidingCell } from '../../result/analysis/judgement-schema.ts';
import type { LatencyName } from '../../result/figure-schema.ts';
import { meanFigure, meanLatency, middlePercentile } from '../levels/level-values.ts';
import type { LevelTarget, MeasuredLevel } from '../levels/measured-level.ts';
import { comparisonsAt } from '../levels/standing.ts';
import { usersOf } from '../levels/usable-levels.ts';
import { undecidedCell, verdictOfComparisons } from './cell-verdict.ts';
import type { JudgedFacts } from './use-case-rule.ts';

/** A metric of a level, by its name in comparisons. */
export type CellMetric = Pick<DecidingCell, 'metric' | 'unit' | 'better'> & {
  readonly reading: (target: LevelTarget) => number | null;
};

export const outputThroughput: CellMetric = {
  metric: 'outputThroughput',
  unit: 'tok/s',
  better: 'higher',
  reading: (target) => meanFigure(target, (stage) => stage.metrics.outputThroughput),
};

export const requestSpeed: CellMetric = {
  metric: 'requestSpeed',
  unit: 'tok/s',
  better: 'higher',
  reading: (target) => meanFigure(target, (stage) => stage.metrics.requestSpeed),
};

/** A latency: its mean, or one of its percentiles. */
export const latencyMetric = (latency: LatencyName, statistic: 'mean' | 'p50' | 'p99'): CellMetric => ({
  metric: statistic === 'mean' ? latency : `${latency}${statistic.toUpperCase()}`,
  unit: 'us',
  better: 'lower',
  reading: (target) =>
    statistic === 'mean' ? meanLatency(target, latency) : middlePercentile(target, latency, statistic),
});

/** The cell of a metric at a level: each target's value, and who wins by the comparisons that the result has. */
export function levelCell(
  { result, notSteady }: JudgedFacts,
  level: MeasuredLevel,
  { reading, ...metric }: CellMetric,
): DecidingCell {
  const values = result.targets.map(({ name }) => {
    const own = level.targets.find(({ target }) => target === name);
    return { target: name, value: own === undefined ? null : reading(own) };
  });
  const known = values.filter(({ value }) => value !== null);
  const isAlone = usersOf(level) === 1;
  const verdict =
    known.length < 2
      ? undecidedCell('not-measured')
      : isAlone && notSteady.length > 0
        ? undecidedCell('not-steady')
        : verdictOfComparisons(comparisonsAt(result, level, metric.metric));
  return {
    ...metric,
    suite: level.suite,
    load: level.loadName,
    users: usersOf(level),
    decides: true,
    values,
    ...verdict,
  };
}

/** The first of these metrics that two targets have, so that a percentile with too few samples gives way to another. */
export function firstKnownCell(
  facts: JudgedFacts,
  level: MeasuredLevel,
  metrics: readonly CellMetric[],
): DecidingCell[] {
  const cells = metrics.map((metric) => levelCell(facts, level, metric));
  const known = cells.find(({ verdict }) => verdict !== 'not-measured');
  return known === undefined ? cells.slice(0, 1) : [known];
}
