import { meanFigure, targetValues } from '../../levels/level-values.ts';
import type { MeasuredLevel } from '../../levels/measured-level.ts';
import { usableLevels, usersOf } from '../../levels/usable-levels.ts';
import { type FindingRule, inUnit, standsOn, statement } from '../finding-rule.ts';

/** How output throughput grows from the lightest to the heaviest usable level. */
export const growth: FindingRule = ({ levels }) => {
  const usable = usableLevels(levels.concurrency);
  const [lightest, heaviest] = [usable[0], usable.at(-1)];
  if (lightest === undefined || heaviest === undefined || lightest === heaviest) return [];
  const [from, to] = [usersOf(lightest), usersOf(heaviest)];
  if (from === null || to === null) return [];
  const start = new Map(ratesAt(lightest).map(({ target, value }) => [target, value]));
  const growths = ratesAt(heaviest).flatMap(({ target, value }) => {
    const first = start.get(target);
    return first === undefined || first <= 0 ? [] : [{ target, value: value / first }];
  });
  if (growths.length === 0) return [];
  return [
    statement('growth', {
      ...standsOn([lightest, heaviest]),
      targets: inUnit(growths, 'ratio'),
      numbers: { from: [from, 'users'], to: [to, 'users'] },
    }),
  ];
};

const ratesAt = (level: MeasuredLevel) =>
  targetValues(level, (target) => meanFigure(target, (stage) => stage.metrics.outputThroughput));
