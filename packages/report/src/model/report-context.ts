import type { Result, Stage } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Level, levelsOf } from './level.ts';
import { loadNumber } from './load-level.ts';

/** What every section reads: the result, the language, and the levels by the question they answer. */
export type ReportContext = {
  readonly result: Result;
  readonly catalogue: Catalogue;
  /** Prefix of the headings' ids, so that several languages share one page. */
  readonly idPrefix: string;
  readonly singleUser: Level | null;
  readonly concurrency: readonly Level[];
  readonly rates: readonly Level[];
  readonly languages: readonly Level[];
};

/** Sorts the stages of a result into levels. A bench run counts as concurrency or rate; its one-user level also as single user. */
export function reportContext(result: Result, catalogue: Catalogue): ReportContext {
  const isClosedLevel = (stage: Stage): boolean =>
    (stage.suite === 'concurrency' || stage.suite === 'bench') && stage.load.loop === 'closed';
  const concurrency = levelsOf(result, isClosedLevel);
  const oneUser = concurrency.find((level) => level.load.loop === 'closed' && level.load.users === 1);
  return {
    result,
    catalogue,
    idPrefix: catalogue.language,
    singleUser: levelsOf(result, (stage) => stage.suite === 'single-user')[0] ?? oneUser ?? null,
    concurrency,
    rates: levelsOf(result, (stage) => stage.load.loop === 'open'),
    languages: levelsOf(result, (stage) => stage.suite === 'languages'),
  };
}

/** Every level of the result, lightest load first. */
export function allLevels({ result }: ReportContext): Level[] {
  return levelsOf(result, () => true);
}

/** The name of a load as a sentence says it. */
export function loadName(catalogue: Catalogue, load: Stage['load']): string {
  if (load.loop === 'closed') return catalogue.levels.users(load.users);
  if (load.requestsPerSecond === null) return catalogue.levels.atOnce(loadNumber(load));
  return catalogue.levels.rate(load.requestsPerSecond);
}

/** A level's load, with its language where the language is what the level is about. */
export function levelName(catalogue: Catalogue, level: Pick<Stage, 'suite' | 'load' | 'language'>): string {
  const name = loadName(catalogue, level.load);
  return level.suite === 'languages'
    ? catalogue.levels.inLanguage(catalogue.words.promptLanguage(level.language), name)
    : name;
}

/** The users of a closed level; `null` for a rate. */
export function usersOf(level: Level): number | null {
  return level.load.loop === 'closed' ? level.load.users : null;
}

/** The heaviest level that no target is invalid at and that every target ran; `null` when there is none. */
export function heaviestUsable(levels: readonly Level[]): Level | null {
  return usableLevels(levels).at(-1) ?? null;
}

/** The levels that no target is invalid at and that every target that ran any of them ran. */
export function usableLevels(levels: readonly Level[]): Level[] {
  const targetCount = Math.max(0, ...levels.map((level) => level.targets.length));
  return levels.filter(
    (level) =>
      level.targets.length === targetCount && level.targets.every((target) => target.verdict !== 'invalid'),
  );
}
