import type { Doubt } from '../../result/analysis/judgement-schema.ts';
import type { Result } from '../../result/result-file.ts';

/**
 * What weakens every judgement of a result: `favoured` is the target that it is in favour of, `null` for one that names
 * none. A difference of the targets counts only where it favours that one.
 */
export function doubtsOf({ targets, stages, source, analysis }: Result, favoured: string | null): Doubt[] {
  const favours = analysis.parity.some(
    (difference) => difference.severity !== 'note' && difference.favours === favoured && favoured !== null,
  );
  const found: readonly (readonly [Doubt, boolean])[] = [
    ['imported', source.kind === 'imported'],
    ['simulated', targets.some(({ simulated }) => simulated)],
    ['one-repeat', stages.length > 0 && stages.every(({ repeat }) => repeat === 1)],
    ['parity', favours],
  ];
  return found.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}
