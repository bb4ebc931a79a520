import { nearestName } from '../../errors/nearest-name.ts';
import type { StageSelector, Threshold } from '../../plan/thresholds/threshold.ts';
import { fits, type SelectableStage, selectableValue } from './selected-stages.ts';

/** Why no stage of a plan fits a threshold: the first selector that fits none, with what there is instead. */
export function unmatchedText(threshold: Threshold, stages: readonly SelectableStage[]): string {
  const alone = threshold.selectors.find((selector) => !stages.some((stage) => fits(stage, selector)));
  if (alone !== undefined) return nothingFits(alone, stages);
  if (threshold.selectors.length === 0) return 'there is no stage';
  const all = threshold.selectors.map(({ kind, value }) => `${kind}(${value})`).join('.');
  return `no stage fits all of ${all}`;
}

const wording: Readonly<Record<StageSelector['kind'], { readonly none: string; readonly some: string }>> = {
  target: { none: 'no target is named', some: 'targets' },
  suite: { none: 'no stage is of the suite', some: 'suites' },
  language: { none: 'no stage has the language', some: 'languages' },
  users: { none: 'no stage has so many users:', some: 'numbers of users' },
  rate: { none: 'no stage has the rate', some: 'rates' },
  inputTokens: { none: 'no stage has prompts of the length', some: 'fixed lengths' },
};

function nothingFits({ kind, value }: StageSelector, stages: readonly SelectableStage[]): string {
  const { none, some } = wording[kind];
  const values = stages.map((stage) => selectableValue(stage, kind)).filter((found) => found !== null);
  const known = [...new Set(values)].map(String);
  const there = known.length === 0 ? `there are no ${some}` : `the ${some} are ${known.join(', ')}`;
  // In names of two letters every slip is near every name.
  const nearest = typeof value === 'string' && value.length > 2 ? nearestName(value, known) : null;
  return `${none} ${value}; ${there}${nearest === null ? '' : `; did you mean ${nearest}?`}`;
}
