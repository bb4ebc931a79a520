import type { StoredRun } from './results-store.ts';

/** Everything below a space, which also separates the fields. */
const control = /\p{Cc}+/gu;

/**
 * A text in the form in which texts are compared: one code point sequence for each letter however it was typed (a Korean
 * file name of another system is decomposed), small letters, no control characters.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(control, ' ');
}

/** What a search looks through: the name, the targets and the id, a line each, so that ordering by it orders by name. */
export function searchText(run: Pick<StoredRun, 'id' | 'name' | 'targets'>): string {
  return [run.name, run.targets.join(', '), run.id].map(foldText).join('\n');
}

/** The words of a search, each in the form of `foldText`. */
export function searchWords(search: string): string[] {
  return foldText(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}
