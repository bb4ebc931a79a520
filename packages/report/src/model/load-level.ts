import { type Comparison, type Stage, type StageLoad, stagePlace } from '@kneepoint/core';

/** The number that says how heavy a load is: users, requests per second, or requests that arrive at once. */
export function loadNumber(load: StageLoad): number {
  if (load.loop === 'closed') return load.users;
  return load.arrivals.kind === 'at-once' ? load.arrivals.count : (load.requestsPerSecond ?? 0);
}

/** The place of a stage in its plan; `null` for one that has none, as an imported one. */
export const placeOf = (stage: Pick<Stage, 'id' | 'target' | 'repeat'>): string | null =>
  stagePlace(stage.id, stage.target, stage.repeat);

/**
 * The same key for stages of the same place in the plan, load and language, whatever their target and repeat. The place
 * tells levels apart that differ in nothing but their prompts, as those of the context suite.
 */
export function levelKey(
  stage: Pick<Stage, 'id' | 'target' | 'repeat' | 'suite' | 'load' | 'language'>,
): string {
  return `${placeOf(stage) ?? ''}|${stage.suite}|${stage.load.loop}|${loadNumber(stage.load)}|${stage.language}`;
}

/**
 * Whether a comparison belongs to a level: their places in the plan are the same, or where one of them has none, the
 * suite, the language and the number in its load's name.
 */
export function isComparisonOf(
  comparison: Comparison,
  level: Pick<Stage, 'suite' | 'load' | 'language'> & { readonly place: string | null },
): boolean {
  if (comparison.suite !== level.suite || comparison.language !== level.language) return false;
  if (comparison.level !== null && level.place !== null && comparison.level !== level.place) return false;
  const number = /\d+(?:\.\d+)?/.exec(comparison.load)?.[0];
  const isRate = /rate|open|req/i.test(comparison.load);
  return Number(number) === loadNumber(level.load) && isRate === (level.load.loop === 'open');
}
