import type { MessageLanguage } from '../../words/message-language.ts';
import type { Words } from '../../words/words.ts';
import { wordsOf } from '../../words/words-of.ts';
import { type ScreenNumbers, screenNumbers } from './screen-numbers.ts';
import { type Theme, themeOf } from './theme.ts';

/** All that a screen needs to know of the person and the terminal in front of it. */
export type Look = { readonly theme: Theme; readonly words: Words; readonly numbers: ScreenNumbers };

/** The look for a language on the terminal of an environment. Made once a program: parts compare it by identity. */
export const lookOf = (language: MessageLanguage, environment: NodeJS.ProcessEnv): Look => ({
  theme: themeOf(environment),
  words: wordsOf(language),
  numbers: screenNumbers(language),
});
