import type { PropertyWords } from './property-words.ts';

/** What the properties of a capacity search mean. Its levels are users, or requests per second. */
export const capacityWords: PropertyWords = {
  'analysis.capacity': {
    vary: 'what the levels are: users, or requests per second',
    highestKept: 'users or requests/s | the highest level that keeps the objective; null where none does',
    lowestBroken: 'users or requests/s | the lowest level that breaks it; null where none does',
    curve: 'every level that was tried',
    censored:
      'whether the capacity lies above everything that was kept, or below everything that was measured',
    monotone: 'whether every level below a kept one was kept as well',
  },
  'analysis.capacity.confirmation': {
    kept: 'whether it kept the objective; null where it could not be judged',
    terms: 'condition by condition',
  },
  'analysis.capacity.confirmation.terms[]': {
    text: 'the condition as a person wrote it',
    value: 'what was measured, in the unit of the limit',
    limit: 'what was asked for',
    kept: 'whether it was kept; null where it could not be judged',
    reason: 'why not; null where it was kept',
  },
  'analysis.capacity.confirmation.terms[].limit': {
    unit: 'of the value',
    value: 'the limit',
  },
  'analysis.capacity.curve[]': {
    level: 'users or requests/s | the level',
    repeats: 'stages | of this level',
    kept: 'stages | that kept the objective',
    broken: 'stages | that broke it',
    state: 'what the stages say together',
    figures: 'the conditions, each with what was measured',
  },
  'analysis.capacity.clientLimit': {
    level: 'users or requests/s | the level',
    message: 'why, in a sentence',
  },
};
