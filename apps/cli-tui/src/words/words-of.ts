import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { korean } from './korean.ts';
import type { MessageLanguage } from './message-language.ts';
import type { Words } from './words.ts';

const words = { en: english, ko: korean, zh: chinese } as const satisfies Record<MessageLanguage, Words>;

/** The words of a language. */
export const wordsOf = (language: MessageLanguage): Words => words[language];
