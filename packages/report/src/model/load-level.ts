import type { Comparison, Stage, StageLoad } from '@kneepoint/core';

/** The number that says how heavy a load is: users, requests per second, or requests that arrive at once. */
export function loadNumber(load: StageLoad): number {
  if (load.loop === 'closed') return load.users;
  return load.arrivals.kind === 'at-once' ? load.arrivals.count : (load.requestsPerSecond ?? 0);
}

/** The same key for stages of the same suite, load and language, whatever their target and repeat. */
export function levelKey(stage: Pick<Stage, 'suite' | 'load' | 'language'>): string {
  return `${stage.suite}|${stage.load.loop}|${loadNumber(stage.load)}|${stage.language}`;
}

/** Whether a comparison belongs to a level: the suite and the language are the same, and so is the number in its load's name. */
export function isComparisonOf(
  comparison: Comparison,
  level: Pick<Stage, 'suite' | 'load' | 'language'>,
): boolean {
  if (comparison.suite !== level.suite || comparison.language !== level.language) return false;
  const number = /\d+(?:\.\d+)?/.exec(comparison.load)?.[0];
  const isRate = /rate|open|req/i.test(comparison.load);
  return Number(number) === loadNumber(level.load) && isRate === (level.load.loop === 'open');
}
