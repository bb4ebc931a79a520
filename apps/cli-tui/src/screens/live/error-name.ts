import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';

/** The class of an error in words; one that the words do not know by its own name. */
export const errorName = (name: string, { words }: Look): string =>
  Object.hasOwn(words.live.errors, name) ? (words.live.errors[name] ?? name) : screenText(name);
