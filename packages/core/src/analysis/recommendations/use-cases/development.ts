import { levelCell, requestSpeed } from '../level-cell.ts';
import type { UseCaseRule } from '../use-case-rule.ts';
import { valueCell } from '../value-cell.ts';

/** One developer at a machine: the speed of one user decides; start-up and memory, of one value each, stand beside it. */
export const development: UseCaseRule = {
  useCase: 'development',
  cells: (facts) => {
    const { singleUser } = facts.levels;
    const isUsable = singleUser?.targets.every(({ verdict }) => verdict !== 'invalid') ?? false;
    return [
      ...(singleUser === null || !isUsable ? [] : [levelCell(facts, singleUser, requestSpeed)]),
      valueCell(
        facts.result,
        { metric: 'initTime', unit: 's', better: 'lower' },
        ({ initTime }) => initTime.value,
      ),
      valueCell(
        facts.result,
        { metric: 'memoryLoaded', unit: 'bytes', better: 'lower' },
        ({ memory }) => memory.loaded.value ?? memory.peak.value,
      ),
    ];
  },
};
