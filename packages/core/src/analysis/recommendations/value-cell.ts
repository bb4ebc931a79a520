import type { DecidingCell } from '../../result/analysis/judgement-schema.ts';
import type { Result, Target } from '../../result/result-file.ts';
import { undecidedCell } from './cell-verdict.ts';

type ShownMetric = Pick<DecidingCell, 'metric' | 'unit' | 'better'>;

/** A figure that each target has once: shown beside what decides, because one value has no interval. */
export function valueCell(
  { targets }: Result,
  metric: ShownMetric,
  pick: (target: Target) => number | null,
): DecidingCell {
  const values = targets.map((target) => ({ target: target.name, value: pick(target) }));
  const known = values.flatMap(({ value }) => value ?? []);
  const [first, second] = values;
  const ratio =
    values.length === 2 && first?.value != null && second?.value != null && first.value > 0
      ? second.value / first.value
      : null;
  return {
    ...metric,
    suite: '',
    load: '',
    users: null,
    decides: false,
    values,
    ...undecidedCell(known.length < 2 ? 'not-measured' : 'one-value', ratio),
  };
}
