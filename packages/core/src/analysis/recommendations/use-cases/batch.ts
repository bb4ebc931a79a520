import { createRandom } from '../../../random/create-random.ts';
import type { DecidingCell } from '../../../result/analysis/judgement-schema.ts';
import { ratioInterval } from '../../../statistics/ratio-interval.ts';
import { meanFigure, repeatValues } from '../../levels/level-values.ts';
import type { LevelTarget, MeasuredLevel } from '../../levels/measured-level.ts';
import { usableLevels } from '../../levels/usable-levels.ts';
import { undecidedCell, verdictOfInterval } from '../cell-verdict.ts';
import { levelCell, outputThroughput } from '../level-cell.ts';
import type { JudgedFacts, UseCaseRule } from '../use-case-rule.ts';

/** Work that nobody waits for: the most output that each target reaches, at whatever level that is. */
export const batch: UseCaseRule = {
  useCase: 'batch',
  cells: (facts) => {
    const peaks = facts.result.targets.flatMap(({ name }) => peakOf(facts, name) ?? []);
    const [first] = peaks;
    if (first === undefined) return [];
    if (peaks.every(({ level }) => level === first.level))
      return [levelCell(facts, first.level, outputThroughput)];
    return [peakCell(facts, peaks)];
  },
};

type Peak = { readonly own: LevelTarget; readonly level: MeasuredLevel; readonly value: number };

function peakOf({ levels }: JudgedFacts, name: string): Peak | null {
  const all = usableLevels(levels.concurrency).flatMap((level): Peak[] => {
    const own = level.targets.find(({ target }) => target === name);
    const value = own === undefined ? null : meanFigure(own, (stage) => stage.metrics.outputThroughput);
    return own === undefined || value === null ? [] : [{ own, level, value }];
  });
  return all.toSorted((one, other) => other.value - one.value)[0] ?? null;
}

/** Peaks at different levels have no comparison in the result; of two targets they are compared over their repeats here. */
function peakCell({ result }: JudgedFacts, peaks: readonly Peak[]): DecidingCell {
  const [one, other] = peaks;
  const cell = {
    metric: 'peakOutputThroughput',
    unit: 'tok/s',
    better: 'higher' as const,
    suite: one?.level.suite ?? '',
    load: '',
    users: null,
    decides: true,
    values: result.targets.map(({ name }) => ({
      target: name,
      value: peaks.find(({ own }) => own.target === name)?.value ?? null,
    })),
  };
  if (one === undefined || other === undefined) return { ...cell, ...undecidedCell('not-measured') };
  if (peaks.length > 2) return { ...cell, ...undecidedCell('no-single-winner') };
  const [baseline, candidate] = [valuesOf(one), valuesOf(other)];
  const random = createRandom(result.seed ?? result.id).fork('recommendations/batch');
  const interval = ratioInterval({ baseline, candidate }, random);
  const ratio = one.value > 0 ? other.value / one.value : null;
  if (interval === null) return { ...cell, ...undecidedCell('one-repeat', ratio) };
  return {
    ...cell,
    ...verdictOfInterval(interval, { baseline: one.own.target, candidate: other.own.target }),
  };
}

const valuesOf = ({ own }: Peak): number[] => repeatValues(own, (stage) => stage.metrics.outputThroughput);
