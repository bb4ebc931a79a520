import type { CapacitySearchOptions } from '../capacity-options.ts';
import { createCapacitySearch } from '../capacity-search.ts';
import type { CapacityVerdict } from '../capacity-verdict.ts';
import type { LevelOutcome } from '../level-outcome.ts';
import { exampleOutcome } from './noisy-server.ts';

/** Users from 1 to 1024. */
export const exampleOptions: CapacitySearchOptions = {
  vary: 'users',
  start: 8,
  minimum: 1,
  maximum: 1024,
  resolution: 0.05,
  repeats: 3,
  maximumStages: 60,
  maximumMicros: null,
};

/** What a stage at a level brings. */
export type Measure = (level: number, repeat: number) => LevelOutcome;
/** A search that has ended. */
export type EndedSearch = { readonly steps: readonly string[]; readonly verdict: CapacityVerdict };

/** Runs a search to its end; each step reads `level purpose`. */
export function searchWith(measure: Measure, changed: Partial<CapacitySearchOptions> = {}): EndedSearch {
  const search = createCapacitySearch({ ...exampleOptions, ...changed });
  const done: LevelOutcome[] = [];
  const steps: string[] = [];
  for (let step = search.next(done); step !== null; step = search.next(done)) {
    steps.push(`${step.level} ${step.purpose}`);
    done.push({ ...measure(step.level, step.repeat), repeat: step.repeat });
    if (steps.length > 100) throw new Error(`the search does not end: ${steps.join(', ')}`);
  }
  return { steps, verdict: search.verdict(done) };
}

/** A server without noise. */
export const upTo =
  (capacity: number): Measure =>
  (level) =>
    exampleOutcome({ level, kept: level <= capacity });
