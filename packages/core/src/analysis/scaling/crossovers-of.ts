import type { Crossover, Scaling } from '../../result/analysis/scaling-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { findCrossover } from './find-crossover.ts';
import { differencesOf } from './level-difference.ts';

/** Where the throughput lines of every two targets cross; pairs in the order of the result's targets. */
export function crossoversOf(result: Pick<Result, 'analysis'>): Crossover[] {
  const { scaling } = result.analysis;
  return scaling.flatMap((baseline, index) =>
    scaling.slice(index + 1).map((candidate) => crossoverOf(baseline, candidate)),
  );
}

function crossoverOf(baseline: Scaling, candidate: Scaling): Crossover {
  const names = { baseline: baseline.target, candidate: candidate.target };
  const found = findCrossover(differencesOf(baseline.points, candidate.points));
  const nameOf = (side: 'baseline' | 'candidate' | null): string | null =>
    side === null ? null : names[side];
  return {
    metric: 'outputThroughput',
    ...names,
    ...found,
    below: nameOf(found.below),
    above: nameOf(found.above),
  };
}
