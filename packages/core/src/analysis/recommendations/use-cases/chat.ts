import type { DecidingCell } from '../../../result/analysis/judgement-schema.ts';
import type { MeasuredLevel } from '../../levels/measured-level.ts';
import { usableLevels, usersOf } from '../../levels/usable-levels.ts';
import { firstKnownCell, latencyMetric, levelCell, requestSpeed } from '../level-cell.ts';
import type { JudgedFacts, UseCaseRule } from '../use-case-rule.ts';

/** People who read along: the speed of one user, the first token and the gaps between tokens with few users. */
export const chat: UseCaseRule = {
  useCase: 'chat',
  cells: (facts) => {
    const { singleUser, concurrency } = facts.levels;
    const few = usableLevels(concurrency)[0] ?? singleUser;
    const isUsable = singleUser?.targets.every(({ verdict }) => verdict !== 'invalid') ?? false;
    return [
      ...(singleUser === null || !isUsable ? [] : [levelCell(facts, singleUser, requestSpeed)]),
      ...(few === null || (few === singleUser && !isUsable) ? [] : reading(facts, few)),
    ];
  },
};

/** What a reader feels. A gap between tokens is never set against one between chunks. */
function reading(facts: JudgedFacts, level: MeasuredLevel): DecidingCell[] {
  const ttft = usersOf(level) === 1 ? (['mean', 'p50'] as const) : (['p50', 'mean'] as const);
  return [
    ...firstKnownCell(
      facts,
      level,
      ttft.map((statistic) => latencyMetric('ttft', statistic)),
    ),
    ...firstKnownCell(facts, level, [latencyMetric('tokenGap', 'p50'), latencyMetric('chunkGap', 'p50')]),
  ];
}
